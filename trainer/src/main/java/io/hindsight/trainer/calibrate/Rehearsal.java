package io.hindsight.trainer.calibrate;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.normalise.Normaliser;
import io.hindsight.model.sensor.ModelMemory;
import io.hindsight.model.sensor.OpenGaps;
import io.hindsight.model.sensor.Revision;
import io.hindsight.model.sensor.SensorStep;
import io.hindsight.model.sensor.StepResult;
import io.hindsight.trainer.data.SensorSeries;
import io.hindsight.trainer.data.ZSeries;
import io.hindsight.trainer.train.Hiding;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Runs a bundle's own step over the validation part, with cells hidden in all the ways in which
 * training hides them, and gathers how far off it was. The same cells are hidden each time, so that
 * two bundles' answers stand side by side.
 */
public final class Rehearsal {
    private static final long SEED = 0x2545F491L;
    private static final long WANTED_CELLS = 420_000;
    private static final int MOST_COPIES = 24;
    private static final int WARM_UP = 1_000;
    private static final int OBSERVED_EVERY = 4;

    private final List<Part> parts;
    private final int copies;

    /**
     * Slots of one series.
     *
     * @param clean what a value must also be in to count as the truth, if not all values do
     */
    public record Part(SensorSeries series, int from, int to, Optional<ZSeries> clean) {
        /** Of which every value counts. */
        public Part(SensorSeries series, int from, int to) {
            this(series, from, to, Optional.empty());
        }

        /** Of which the values of a cleaned part count; the stream has the others too. */
        public Part(SensorSeries series, ZSeries clean) {
            this(series, clean.from(), clean.to(), Optional.of(clean));
        }

        private boolean counts(int slot, int channel) {
            return !Double.isNaN(series.value(slot, channel))
                    && (clean.isEmpty() || !Float.isNaN(clean.get().z(slot, channel)));
        }

        private long cells() {
            return (long) (to - from) * series.channelCount();
        }
    }

    /** What came of it: imputed, predicted and revised cells. */
    record Gathered(Cells imputed, Cells predicted, Cells revised) {
        static Gathered none() {
            return new Gathered(new Cells(), new Cells(), new Cells());
        }

        void addAll(Gathered other) {
            imputed.addAll(other.imputed);
            predicted.addAll(other.predicted);
            revised.addAll(other.revised);
        }
    }

    public Rehearsal(List<Part> parts) {
        this.parts = parts.stream().filter(part -> part.from() < part.to()).toList();
        long cells = this.parts.stream().mapToLong(Part::cells).sum();
        this.copies = (int) Math.min(MOST_COPIES, Math.max(1, WANTED_CELLS / Math.max(1, cells)));
    }

    /**
     * Of cleaned parts: spikes and stuck runs flow by but are no truth.
     *
     * @param series of each part
     */
    public static Rehearsal ofClean(List<SensorSeries> series, List<ZSeries> parts) {
        return new Rehearsal(
                IntStream.range(0, parts.size())
                        .mapToObj(k -> new Part(series.get(k), parts.get(k)))
                        .toList());
    }

    /** Sensors that have a slot in the validation part. */
    int sensors() {
        return parts.size();
    }

    /** How far off the bundle is at the hidden cells, as imputed at once. */
    public Errors errors(Bundle bundle) {
        return runCausal(bundle).imputed().errors();
    }

    /** Runs the bundle; the same order of cells for any bundle of the same shape. */
    Gathered run(Bundle bundle) {
        return run(bundle, true);
    }

    /** Runs the bundle without looking back: no cell is revised. */
    Gathered runCausal(Bundle bundle) {
        return run(bundle, false);
    }

    private Gathered run(Bundle bundle, boolean looksBack) {
        List<Gathered> each =
                IntStream.range(0, parts.size() * copies)
                        .parallel()
                        .mapToObj(
                                k ->
                                        new Run(
                                                        bundle,
                                                        parts.get(k % parts.size()),
                                                        new SplittableRandom(SEED + k),
                                                        looksBack)
                                                .gather())
                        .toList();
        Gathered all = Gathered.none();
        each.forEach(all::addAll);
        return all;
    }

    /** One way through one part. */
    private static final class Run {
        private final Normaliser normaliser;
        private final SensorSeries series;
        private final Part part;
        private final int answered;
        private final Hiding hiding;
        private final boolean[] hidden;
        private final boolean ownScale;
        private final SensorStep step;
        private final ModelMemory memory;
        private final Optional<OpenGaps> gaps;
        private final StepResult result;
        private final Gathered gathered = Gathered.none();

        private Run(Bundle bundle, Part part, SplittableRandom random, boolean looksBack) {
            this.normaliser = bundle.normaliser();
            this.series = part.series();
            this.part = part;
            this.answered = bundle.spec().answeredCount();
            this.hiding = new Hiding(answered);
            this.hidden = hiding.draw(random, part.to() - part.from());
            this.ownScale = bundle.ownScaleReadings() > 0;
            this.step = new SensorStep(bundle);
            this.memory = step.newMemory();
            this.gaps = looksBack ? step.newGaps() : Optional.empty();
            this.result = new StepResult(answered);
        }

        private Gathered gather() {
            double[] values = new double[series.channelCount()];
            long lastMillis = Long.MIN_VALUE;
            int start = Math.max(0, part.from() - WARM_UP);
            if (ownScale) {
                countScale(start);
            }
            for (int t = start; t < part.to(); t++) {
                if (!series.isPresent(t)) {
                    continue;
                }
                for (int d = 0; d < values.length; d++) {
                    values[d] = isHidden(t, d) ? Double.NaN : series.value(t, d);
                }
                long time = series.timeMillis(t);
                if (lastMillis != Long.MIN_VALUE) {
                    step.skipMissedSlots(memory, lastMillis, time, gaps).forEach(this::take);
                }
                lastMillis = time;
                step.step(memory, time, values, result);
                if (t >= part.from()) {
                    take(t);
                }
                gaps.ifPresent(open -> step.lookBack(memory, result, open).forEach(this::take));
            }
            return gathered;
        }

        /**
         * A scale of its own is learnt in far more slots than a memory: all that came before counts
         * for it.
         */
        private void countScale(int until) {
            double[] values = new double[series.channelCount()];
            for (int t = 0; t < until; t++) {
                if (series.isPresent(t)) {
                    for (int d = 0; d < values.length; d++) {
                        values[d] = series.value(t, d);
                    }
                    step.countScale(memory, series.timeMillis(t), values);
                }
            }
        }

        private boolean isHidden(int t, int d) {
            if (t < part.from()) {
                return false;
            }
            return d < answered
                    ? hidden[(t - part.from()) * answered + d]
                    : hiding.isDark(hidden, t - part.from());
        }

        private void take(int t) {
            for (int d = 0; d < answered; d++) {
                double truth = series.value(t, d);
                if (!part.counts(t, d)) {
                    continue;
                }
                if (isHidden(t, d)) {
                    add(
                            gathered.imputed,
                            t,
                            d,
                            truth,
                            result.imputed[d],
                            result.scale[d],
                            result.situation[d]);
                } else if (t % OBSERVED_EVERY == 0) {
                    add(
                            gathered.predicted,
                            t,
                            d,
                            truth,
                            result.expected[d],
                            result.scale[d],
                            result.situation[d]);
                }
            }
        }

        private void take(Revision revision) {
            int t = (int) series.slotOf(revision.eventTimeMillis());
            int d = revision.channel();
            if (isHidden(t, d) && part.counts(t, d)) {
                add(
                        gathered.revised,
                        t,
                        d,
                        series.value(t, d),
                        revision.value(),
                        revision.scale(),
                        revision.situation());
            }
        }

        private void add(
                Cells cells,
                int t,
                int d,
                double truth,
                double answer,
                double scale,
                int situation) {
            double unit = normaliser.widthFromZ(d, 1);
            int third = (int) (3L * (t - part.from()) / (part.to() - part.from()));
            cells.add((answer - truth) / unit, scale / unit, d, situation, third);
        }
    }
}
