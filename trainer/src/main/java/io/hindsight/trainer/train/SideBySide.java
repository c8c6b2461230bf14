package io.hindsight.trainer.train;

import io.hindsight.model.student.StudentSpec;
import io.hindsight.trainer.nets.Matrix;
import io.hindsight.trainer.nets.Parameters;
import io.hindsight.trainer.nets.StudentNet;
import io.hindsight.trainer.nets.TwoWayNet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Lets several nets answer for the same cells, hidden in one kind of loss at a time. */
public final class SideBySide {
    private static final long SEED = 0x1F83D9ABL;

    private final Frozen frozen;
    private final StudentSpec spec;
    private final LaneSource source;
    private final LaneOptions options;
    private final Map<Who, Parameters> nets;

    /** Who answers. */
    public enum Who {
        ANCHOR,
        /** A student that learnt from the truth alone. */
        STUDENT,
        /** A student that learnt from a teacher too. */
        TAUGHT,
        /** What the bundle says when a gap has closed. */
        REVISER,
        /** Sees the future. */
        TEACHER
    }

    /** Sums over the hidden cells of each channel, in z units. */
    public static final class Errors {
        private final long[] cells;
        private final Map<Who, double[]> absolute = new EnumMap<>(Who.class);

        private Errors(int channels) {
            this.cells = new long[channels];
        }

        public long cells(int channel) {
            return cells[channel];
        }

        /** Mean absolute error of a channel; NaN for a net that there is not, or without cells. */
        public double mean(Who who, int channel) {
            double[] sums = absolute.get(who);
            return sums == null || cells[channel] == 0
                    ? Double.NaN
                    : sums[channel] / cells[channel];
        }

        /** The mean absolute error of all cells; NaN as of a channel. */
        public double mean(Who who) {
            double[] sums = absolute.get(who);
            long all = Arrays.stream(cells).sum();
            return sums == null || all == 0 ? Double.NaN : Arrays.stream(sums).sum() / all;
        }
    }

    /**
     * @param frozen with a backward filter, and with the bundle's student if there is a reviser; a
     *     teacher, which knows of no student, looks back without it
     * @param nets by who answers with them; the anchor needs none
     */
    public SideBySide(
            Frozen frozen, LaneSource source, LaneOptions options, Map<Who, Parameters> nets) {
        this.frozen = frozen;
        this.spec = frozen.spec();
        this.source = source;
        this.options = options;
        this.nets = new EnumMap<>(nets);
    }

    /** The same cells each time. */
    public Errors errors(Hiding.Kind kind) {
        int steps = options.steps();
        int width = options.lanesInShard();
        List<Lane> lanes = lanes(kind, frozen);
        Batch batch = Batch.bothWays(spec, steps, width, frozen.student().isPresent());
        boolean apart = nets.containsKey(Who.TEACHER) && frozen.student().isPresent();
        List<Lane> lanesOfTeacher = apart ? lanes(kind, frozen.withoutStudent()) : List.of();
        Batch batchOfTeacher = apart ? Batch.bothWays(spec, steps, width, false) : batch;
        Errors errors = new Errors(spec.answeredCount());
        try (Nets all = new Nets(steps, width)) {
            for (int k = 0; k < options.validationBatches(); k++) {
                fill(lanes, batch);
                fill(lanesOfTeacher, batchOfTeacher);
                count(batch, errors);
                add(Who.ANCHOR, batch, batch.mean, batch.scale, null, errors);
                all.answer(batch, batchOfTeacher, errors);
            }
        }
        return errors;
    }

    /** The same ways through the data with the same cells hidden, whoever looks. */
    private List<Lane> lanes(Hiding.Kind kind, Frozen seen) {
        SplittableRandom random = new SplittableRandom(SEED + kind.name().hashCode());
        List<Lane> lanes = new ArrayList<>();
        for (int b = 0; b < options.lanesInShard(); b++) {
            lanes.add(new Lane(source, seen, Optional.of(kind), random.split()));
        }
        return lanes;
    }

    private static void fill(List<Lane> lanes, Batch batch) {
        for (int b = 0; b < lanes.size(); b++) {
            lanes.get(b).fill(batch, b);
        }
    }

    private static void count(Batch batch, Errors errors) {
        for (int cell = 0; cell < batch.truth.length; cell++) {
            errors.cells[cell % batch.channels] += batch.hidden[cell] ? 1 : 0;
        }
    }

    private static void add(
            Who who, Batch batch, float[] base, float[] unit, Matrix answered, Errors errors) {
        int channels = batch.channels;
        float[] answers = answered == null ? null : answered.toArray();
        double[] sums = errors.absolute.computeIfAbsent(who, w -> new double[channels]);
        for (int cell = 0; cell < batch.truth.length; cell++) {
            if (batch.hidden[cell]) {
                int mean = cell / channels * 2 * channels + cell % channels;
                float value = base[cell] + (answers == null ? 0 : unit[cell] * answers[mean]);
                sums[cell % channels] += Math.abs(value - batch.truth[cell]);
            }
        }
    }

    /** The nets with their carried states. */
    private final class Nets implements AutoCloseable {
        private final Map<Who, StudentNet> students = new EnumMap<>(Who.class);
        private final Map<Who, TwoWayNet> seers = new EnumMap<>(Who.class);
        private final Map<Who, Carried> states = new EnumMap<>(Who.class);

        private Nets(int steps, int width) {
            nets.forEach(
                    (who, its) -> {
                        states.put(who, new Carried(width, spec.hiddenSize()));
                        if (who == Who.STUDENT || who == Who.TAUGHT) {
                            students.put(who, new StudentNet(spec, its.share(), steps, width));
                        } else {
                            boolean coupled = who == Who.TEACHER;
                            seers.put(who, new TwoWayNet(spec, its.share(), steps, width, coupled));
                        }
                    });
        }

        private void answer(Batch batch, Batch batchOfTeacher, Errors errors) {
            students.forEach(
                    (who, net) -> {
                        Carried carried = states.get(who);
                        carried.forget(batch);
                        net.start(carried.h, carried.c);
                        net.forward(batch.inputs, batch.priors);
                        net.end(carried.h, carried.c);
                        add(who, batch, batch.mean, batch.scale, net.imputations(), errors);
                    });
            seers.forEach(
                    (who, net) -> {
                        Carried carried = states.get(who);
                        carried.forget(batch);
                        net.start(carried.h, carried.c);
                        Batch seen = who == Who.TEACHER ? batchOfTeacher : batch;
                        net.forward(seen.inputs, seen.backRows, seen.states);
                        net.end(carried.h, carried.c);
                        add(who, seen, seen.backMean, seen.backScale, net.answers(), errors);
                    });
        }

        @Override
        public void close() {
            students.values().forEach(StudentNet::close);
            seers.values().forEach(TwoWayNet::close);
        }
    }
}
