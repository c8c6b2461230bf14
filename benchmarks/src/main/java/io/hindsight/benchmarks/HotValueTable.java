package io.hindsight.benchmarks;

import io.hindsight.console.state.Census;
import io.hindsight.console.state.MadeSeries;
import io.hindsight.console.state.Part;
import io.hindsight.job.options.JobOption;
import io.hindsight.model.anchor.FilterForm;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.BundleException;
import io.hindsight.model.sensor.GivenContext;
import io.hindsight.model.timeline.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Bytes of the value that the job reads and writes with each slot of a sensor, part by part, of the
 * models that {@link AnchorBenchmark} times: with the job's default options, on made series with
 * holes, the largest of many looks.
 */
public final class HotValueTable {
    private static final List<Integer> CHANNELS = List.of(1, 5, 7, 8, 11, 19);
    private static final List<Part> PARTS =
            List.of(
                    Part.HOT_VALUE,
                    Part.ANCHOR,
                    Part.STUDENT,
                    Part.SCORES,
                    Part.GAPS,
                    Part.BOOKS,
                    Part.OWN_SCALE);

    private static final int LEAST_WIDTH = 7;

    /** Of a model whose sensors have a scale of their own, which comes on top. */
    private static final int OWN_SCALE_READINGS = 500;

    private HotValueTable() {}

    public static void main(String[] args) throws BundleException {
        System.out.printf("%8s  %-6s", "channels", "filter");
        for (Part part : PARTS) {
            System.out.printf(" %" + width(part) + "s", part.label().strip());
        }
        System.out.println();
        for (int channels : CHANNELS) {
            for (FilterForm form : FilterForm.values()) {
                print(channels, form);
            }
        }
    }

    private static void print(int channels, FilterForm form) throws BundleException {
        Bundle bundle = AnchorBenchmark.bundle(channels, form);
        Census plain = census(bundle);
        Census scaled = census(bundle.withOwnScale(OWN_SCALE_READINGS));
        System.out.printf("%8d  %-6s", channels, form.label());
        for (Part part : PARTS) {
            Census census = part == Part.OWN_SCALE ? scaled : plain;
            long bytes = census.figures(part).mostBytes();
            System.out.printf(Locale.ROOT, " %," + width(part) + "d", bytes);
        }
        System.out.println();
    }

    private static int width(Part part) {
        return Math.max(LEAST_WIDTH, part.label().strip().length());
    }

    private static Census census(Bundle bundle) {
        Limits limits = new Limits(millis(JobOption.REPAIR_BOUND), millis(JobOption.FORGET_AFTER));
        Census census = new Census(bundle, GivenContext.NONE, limits);
        new MadeSeries(bundle).forEach(census::accept);
        census.finish();
        return census;
    }

    private static long millis(JobOption option) {
        return Duration.parse(option.standard().orElseThrow()).toMillis();
    }
}
