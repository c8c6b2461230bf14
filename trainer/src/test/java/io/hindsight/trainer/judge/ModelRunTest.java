package io.hindsight.trainer.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.anchor.AnchorSpec;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.BundleException;
import io.hindsight.model.bundle.Parameters;
import io.hindsight.model.context.ContextChannels;
import io.hindsight.model.normalise.Normaliser;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.student.StudentSpec;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.DataSetReader;
import io.hindsight.trainer.data.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ModelRunTest {
    private static final long HOUR = 3_600_000L;
    private static final long SEED = 3;
    private static final int SLOTS = 60;
    private static final int FROM = 30;
    private static final int TO = 36;

    /** The job knows of a missing reading's slot what its group tells, and so must its judge. */
    @Test
    void inASlotWithoutAReadingTheGroupIsSeenAsInOneOfHoles() throws Exception {
        Bundle bundle = drawn();
        Estimates absent = causal(bundle, data(false));
        Estimates holes = causal(bundle, data(true));
        for (int t = 0; t < SLOTS; t++) {
            if (t >= FROM && t < TO) {
                assertThat(absent.value(t, 0)).as("slot " + t).isNaN();
                assertThat(holes.value(t, 0)).as("slot " + t).isFinite();
            } else {
                assertThat(bits(absent, t)).as("slot " + t).isEqualTo(bits(holes, t));
            }
        }
        assertThat(absent.value(TO, 0)).isFinite();
    }

    private static long bits(Estimates estimates, int slot) {
        return Double.doubleToLongBits(estimates.value(slot, 0));
    }

    /** Of the first sensor, with some cells hidden behind its gap. */
    private static Estimates causal(Bundle bundle, DataSet data) {
        HiddenCells hidden = new HiddenCells(data);
        for (int t = TO; t < SLOTS; t += 3) {
            hidden.hide(0, t, 0);
        }
        InContext seen = InContext.of(bundle, data, hidden);
        return new ModelRun(
                        bundle, new VisibleSeries(seen.data().series().get(0), seen.hidden(), 0))
                .causal();
    }

    /**
     * Of two sensors that move alike.
     *
     * @param rows whether the first one has rows of holes where it measures nothing, or none
     */
    private static DataSet data(boolean rows) {
        SplittableRandom random = new SplittableRandom(SEED);
        DataSetReader reader = new DataSetReader(List.of("x"));
        double both = 0;
        for (int t = 0; t < SLOTS; t++) {
            both += random.nextDouble() - 0.5;
            double[] first = {both + 0.1 * random.nextDouble()};
            double[] second = {both + 0.1 * random.nextDouble()};
            boolean missing = t >= FROM && t < TO;
            if (rows || !missing) {
                reader.add(new Row("a", t * HOUR, missing ? new double[] {Double.NaN} : first));
            }
            reader.add(new Row("b", t * HOUR, second));
        }
        return reader.build(HOUR);
    }

    private static Bundle drawn() throws BundleException {
        List<String> channels = new ArrayList<>(List.of("x"));
        List<String> context = ContextChannels.of(channels);
        channels.addAll(context);
        StudentSpec spec =
                new StudentSpec(
                        CellKind.GRU,
                        4,
                        channels,
                        context.size(),
                        channels.stream().map(channel -> "").toList(),
                        HOUR,
                        List.of(),
                        AnchorSpec.NONE);
        SplittableRandom random = new SplittableRandom(SEED);
        Map<String, float[]> parameters = new LinkedHashMap<>();
        Parameters.netShapes(spec)
                .forEach((name, shape) -> parameters.put(name, weights(shape, random)));
        double[] ones = new double[channels.size()];
        Arrays.fill(ones, 1);
        return Bundle.of(
                        spec,
                        new Normaliser(new double[channels.size()], ones),
                        parameters,
                        Map.of())
                .withContextPhase(0);
    }

    private static float[] weights(int[] shape, SplittableRandom random) {
        float[] weights = new float[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (random.nextDouble() - 0.5);
        }
        return weights;
    }
}
