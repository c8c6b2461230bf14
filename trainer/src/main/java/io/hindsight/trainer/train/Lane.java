package io.hindsight.trainer.train;

import io.hindsight.model.anchor.Anchor;
import io.hindsight.model.anchor.AnchorMemory;
import io.hindsight.model.anchor.AnchorView;
import io.hindsight.model.anchor.LinearFilter;
import io.hindsight.model.revise.BackwardPass;
import io.hindsight.model.revise.Stretch;
import io.hindsight.model.student.InputEncoder;
import io.hindsight.model.student.Student;
import io.hindsight.model.student.StudentMemory;
import io.hindsight.model.student.StudentSpec;
import io.hindsight.trainer.data.ZSeries;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * One way through the data: from a random place on, with the anchor's memory as it stood there and
 * cells hidden afresh, until the data or the lane's length ends; then another one.
 */
final class Lane {
    private static final int LONGEST = 4096;

    private final LaneSource source;
    private final Optional<Hiding.Kind> kind;
    private final SplittableRandom random;
    private final StudentSpec spec;
    private final Anchor anchor;
    private final Optional<Student> student;
    private final Optional<BackwardPass> pass;
    private final InputEncoder encoder;
    private final Hiding hiding;
    private final AnchorView view;
    private final float[] age;
    private final float[] z;
    private final int channels;
    private final int answered;
    private ZSeries series;
    private AnchorMemory memory;
    private StudentMemory studentMemory;
    private Stretch stretch;
    private final float[] mean;
    private final float[] scale;
    private final float[] state;
    private long lastMillis;
    private int at;
    private int start;
    private int end;
    private boolean[] hidden;

    Lane(LaneSource source, Frozen frozen, SplittableRandom random) {
        this(source, frozen, Optional.empty(), random);
    }

    /**
     * @param kind the one kind of loss; otherwise all of them, one after the other
     */
    Lane(LaneSource source, Frozen frozen, Optional<Hiding.Kind> kind, SplittableRandom random) {
        this.source = source;
        this.kind = kind;
        this.random = random;
        this.spec = frozen.spec();
        this.anchor = frozen.anchors().get();
        this.student = frozen.newStudent();
        this.pass = frozen.backwardWeights().map(weights -> new BackwardPass(spec, weights));
        this.encoder = new InputEncoder(spec);
        this.channels = spec.channelCount();
        this.answered = spec.answeredCount();
        this.hiding = new Hiding(answered);
        this.view = new AnchorView(channels);
        this.age = new float[channels];
        this.z = new float[channels];
        this.mean = new float[channels];
        this.scale = new float[channels];
        this.state = new float[student.isPresent() ? spec.hiddenSize() : 0];
        this.hidden = new boolean[0];
    }

    /** Fills one lane of a batch with the next steps. */
    void fill(Batch batch, int lane) {
        batch.restarts[lane] = series == null || at + batch.steps > end;
        if (batch.restarts[lane]) {
            restart(batch.steps);
        }
        if (batch.looksBack()) {
            if (stretch == null) {
                stretch = new Stretch(channels, state.length, spec.anchor().order(), batch.steps);
            }
            stretch.clear();
        }
        for (int t = 0; t < batch.steps; t++) {
            step(batch, t * batch.lanes + lane);
        }
        if (batch.looksBack()) {
            lookBack(batch, lane);
        }
    }

    private void restart(int steps) {
        LaneSource.Start from = source.start(random, steps);
        series = from.series();
        at = from.slot();
        start = at;
        memory = from.memory().copy();
        studentMemory = new StudentMemory(spec.hiddenSize(), channels);
        Arrays.fill(age, 0);
        lastMillis = at == 0 ? Long.MIN_VALUE : series.timeMillis(at - 1);
        int length = Math.max(steps, Math.min(LONGEST, series.to() - at));
        end = at + length;
        hidden = hiding.draw(random, kind, length);
    }

    private void step(Batch batch, int row) {
        int cell = row * answered;
        boolean inside = at < series.to();
        for (int d = 0; d < channels; d++) {
            z[d] = inside ? series.z(at, d) : Float.NaN;
            if (d >= answered) {
                z[d] = hiding.isDark(hidden, at - start) ? Float.NaN : z[d];
            } else {
                boolean hide = hidden[(at - start) * answered + d] && !Float.isNaN(z[d]);
                batch.truth[cell + d] = z[d];
                batch.hidden[cell + d] = hide;
                z[d] = hide ? Float.NaN : z[d];
            }
        }
        long time = series.timeMillis(at);
        anchor.predict(memory, time, view);
        encoder.writePrior(view, age, lastMillis, time, batch.priors, row * batch.priorSize);
        anchor.observe(memory, time, z, view);
        encoder.write(z, view, age, lastMillis, time, batch.inputs, row * batch.inputSize);
        lastMillis = time;
        System.arraycopy(view.priorMean, 0, batch.priorMean, cell, answered);
        System.arraycopy(view.priorScale, 0, batch.priorScale, cell, answered);
        System.arraycopy(view.mean, 0, batch.mean, cell, answered);
        System.arraycopy(view.scale, 0, batch.scale, cell, answered);
        if (batch.looksBack()) {
            keep(batch, row, time);
        }
        at++;
    }

    /** Keeps what the job would keep of this slot. */
    private void keep(Batch batch, int row, long time) {
        System.arraycopy(view.mean, 0, mean, 0, channels);
        System.arraycopy(view.scale, 0, scale, 0, channels);
        if (student.isPresent()) {
            Student frozen = student.get();
            frozen.recur(studentMemory, view, time, z);
            frozen.answerHoles(studentMemory, view, z, mean, scale);
            frozen.writeState(studentMemory, state, 0);
            System.arraycopy(state, 0, batch.states, row * batch.stateSize, batch.stateSize);
        }
        stretch.add(time, z, view.profile, mean, scale, 0, state, 0);
    }

    private void lookBack(Batch batch, int lane) {
        for (int k = 0; k < spec.anchor().order(); k++) {
            long time = series.timeMillis(at + k);
            ((LinearFilter) anchor).writeProfile(memory, time, mean, 0);
            stretch.setAhead(k, time, mean, 0);
        }
        BackwardPass backward = pass.orElseThrow();
        backward.begin(stretch);
        for (int t = batch.steps - 1; t >= 0; t--) {
            int row = t * batch.lanes + lane;
            backward.step(stretch, t, batch.backRows, row * batch.backRowSize, mean, scale);
            System.arraycopy(mean, 0, batch.backMean, row * answered, answered);
            System.arraycopy(scale, 0, batch.backScale, row * answered, answered);
        }
    }
}
