package io.hindsight.model.sensor;

import io.hindsight.model.anchor.Anchor;
import io.hindsight.model.anchor.AnchorView;
import io.hindsight.model.anchor.LinearFilter;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.normalise.Normaliser;
import io.hindsight.model.normalise.OwnScale;
import io.hindsight.model.revise.GapCounts;
import io.hindsight.model.revise.KeptSlot;
import io.hindsight.model.student.Student;
import io.hindsight.model.student.StudentMemory;
import io.hindsight.model.student.StudentSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * The step that every reading makes: normalise, predict, score, recur, impute.
 *
 * <ol>
 *   <li><em>Normalise</em>: z units by the bundle's statistics, and on to the sensor's own ({@link
 *       OwnScale}) where the bundle says so, as they were known before the reading.
 *   <li><em>Predict</em> mean and spread of each channel, before the reading is seen: the anchor
 *       does, and the student corrects it.
 *   <li><em>Score</em> what was observed against the prediction. The score sees the whole residual;
 *       the memory gets the value limited to ±{@link Normaliser#CLIP}.
 *   <li><em>Recur</em>: the anchor takes the values in, then the student what the anchor says.
 *   <li><em>Impute</em> what is missing, from both memories and the channels seen at the same
 *       moment.
 * </ol>
 *
 * <p>For a regular sensor, slots that passed without a reading are stepped through as holes first,
 * at most {@link #MOST_MISSED_SLOTS} of them.
 *
 * <p>Owns scratch and serves one thread; allocates nothing after construction. The same code runs
 * in the job, in replay, in evaluation and in the trainer's report.
 */
public final class SensorStep {
    /** Missed slots that are stepped through; after a longer silence the memory stays as it is. */
    public static final int MOST_MISSED_SLOTS = 168;

    private final Bundle bundle;
    private final StudentSpec spec;
    private final int answered;
    private final Anchor anchor;
    private final StepUnits units;
    private final Student student;
    private final Answers answers;
    private final Judging judging;
    private final AnchorView view;
    private final float[] z;
    private final float[] hole;
    private final float[] mean;
    private final float[] scale;
    private final float[] state;
    private final Optional<LookBack> lookBack;

    public SensorStep(Bundle bundle) {
        this.bundle = bundle;
        spec = bundle.spec();
        answered = spec.answeredCount();
        anchor = bundle.newAnchor();
        units = new StepUnits(bundle, anchor);
        student = bundle.newStudent();
        answers = new Answers(bundle);
        judging = new Judging(bundle, anchor instanceof LinearFilter);
        int channels = spec.channelCount();
        view = new AnchorView(channels);
        z = new float[channels];
        hole = new float[channels];
        Arrays.fill(hole, Float.NaN);
        mean = new float[answered];
        scale = new float[answered];
        state = new float[spec.hiddenSize()];
        lookBack = LookBack.of(bundle);
    }

    public StudentSpec spec() {
        return spec;
    }

    /** What judges the reading of the last {@link #step}. */
    Judging judging() {
        return judging;
    }

    /** A memory of nothing, for this step. */
    public ModelMemory newMemory() {
        return new ModelMemory(
                anchor.newMemory(),
                new StudentMemory(spec.hiddenSize(), spec.channelCount()),
                units.newOwn());
    }

    /** Whether both answer the same channels. */
    boolean answersSameAs(SensorStep other) {
        return spec.channels()
                .subList(0, answered)
                .equals(other.spec.channels().subList(0, other.answered));
    }

    /** Whether a memory of the other step is as good for this one. */
    boolean sharesMemoriesWith(SensorStep other) {
        return bundle.sharesMemoriesWith(other.bundle);
    }

    /** Keeps of another step's memory what can be told in natural units. */
    void carry(ModelMemory memory, SensorStep other, ModelMemory theirs) {
        units.carry(memory, other.units, theirs);
    }

    /** Whether what was imputed is revised when its gap closes. */
    public boolean looksBack() {
        return lookBack.isPresent();
    }

    /** Open gaps of a sensor, none of them open yet; empty if nothing is ever revised. */
    public Optional<OpenGaps> newGaps() {
        return lookBack.map(back -> new OpenGaps(newCounts(0)));
    }

    /**
     * @param next number of the first slot that will be kept
     */
    GapCounts newCounts(long next) {
        return new GapCounts(answered, next);
    }

    /** Event time of the slot that is due after another one; regular sensors only. */
    static long nextSlotMillis(long slotMillis, long intervalMillis) {
        return slotMillis + intervalMillis;
    }

    /**
     * Event time from which on a reading can no longer be that of the slot due after another one:
     * half an interval late.
     */
    static long missedFromMillis(long slotMillis, long intervalMillis) {
        return slotMillis + 2 * intervalMillis - intervalMillis / 2;
    }

    /**
     * Steps through the slots that passed without a reading, at most {@link #MOST_MISSED_SLOTS}.
     *
     * @param lastMillis event time of the last reading
     * @param eventTimeMillis event time of the one that is here
     */
    public void skipMissedSlots(ModelMemory memory, long lastMillis, long eventTimeMillis) {
        skipMissedSlots(memory, lastMillis, eventTimeMillis, spec.intervalMillis());
    }

    /** The same, of a sensor with an interval of its own. */
    void skipMissedSlots(
            ModelMemory memory, long lastMillis, long eventTimeMillis, long intervalMillis) {
        skip(memory, lastMillis, eventTimeMillis, intervalMillis, Optional.empty());
    }

    /**
     * Steps through the slots that passed without a reading, and keeps them.
     *
     * @param gaps of the sensor, if revisions are wanted
     * @return what looking back from these slots says of gaps that stay open
     */
    public List<Revision> skipMissedSlots(
            ModelMemory memory, long lastMillis, long eventTimeMillis, Optional<OpenGaps> gaps) {
        return skip(memory, lastMillis, eventTimeMillis, spec.intervalMillis(), gaps);
    }

    private List<Revision> skip(
            ModelMemory memory,
            long lastMillis,
            long eventTimeMillis,
            long interval,
            Optional<OpenGaps> gaps) {
        if (interval == 0) {
            return List.of();
        }
        List<Revision> revisions = new ArrayList<>();
        units.move(memory, lastMillis);
        long slot = lastMillis;
        for (int missed = 0;
                missed < MOST_MISSED_SLOTS && eventTimeMillis >= missedFromMillis(slot, interval);
                missed++) {
            slot = nextSlotMillis(slot, interval);
            anchor.predict(memory.anchor, slot, view);
            recur(memory, slot, hole);
            if (gaps.isPresent()) {
                student.impute(memory.student, view, mean, scale);
                revisions.addAll(look(memory, slot, hole, gaps.get()));
            }
        }
        if (gaps.isPresent() && eventTimeMillis >= missedFromMillis(slot, interval)) {
            gaps.get().forget();
        }
        return revisions;
    }

    /**
     * One step.
     *
     * @param values the reading [N] in the channels' own units; NaN is a hole; else finite
     * @param out receives what there is to say, for the D answered channels
     */
    public void step(ModelMemory memory, long eventTimeMillis, double[] values, StepResult out) {
        out.eventTimeMillis = eventTimeMillis;
        units.move(memory, eventTimeMillis - spec.intervalMillis());
        units.normalise(memory, values, z);
        anchor.predict(memory.anchor, eventTimeMillis, view);
        student.predict(memory.student, view, eventTimeMillis, mean, scale);
        answers.score(memory, values, mean, scale, out);
        judging.see(memory.own, mean, view.profile, out);
        recur(memory, eventTimeMillis, z);
        units.count(memory, z);
        Arrays.fill(out.imputed, Float.NaN);
        if (hasHole(values)) {
            student.impute(memory.student, view, mean, scale);
            answers.impute(memory, student.isSilent(), mean, scale, out);
        }
    }

    /**
     * Takes the slot of the last {@link #step} into account, and says what looking back from it
     * says of the gaps that it closed, and of long ones that stay open.
     */
    public List<Revision> lookBack(ModelMemory memory, StepResult result, OpenGaps gaps) {
        return look(memory, result.eventTimeMillis, z, gaps);
    }

    private List<Revision> look(
            ModelMemory memory, long eventTimeMillis, float[] slot, OpenGaps gaps) {
        return gaps.take(look(memory, eventTimeMillis, slot, gaps.counts(), gaps::get));
    }

    /** The same, of the slot of the last {@link #step}, with gaps that are kept elsewhere. */
    LookBack.Looked lookBack(
            ModelMemory memory, long eventTimeMillis, GapCounts gaps, LongFunction<KeptSlot> kept) {
        return look(memory, eventTimeMillis, z, gaps, kept);
    }

    private LookBack.Looked look(
            ModelMemory memory,
            long eventTimeMillis,
            float[] slot,
            GapCounts gaps,
            LongFunction<KeptSlot> kept) {
        if (gaps.passBy(slot)) {
            return LookBack.Looked.NOTHING;
        }
        OwnScale units = memory.own == null ? null : memory.own.copy();
        KeptSlot here = new KeptSlot(eventTimeMillis, slot.length, state.length, units);
        System.arraycopy(slot, 0, here.seen, 0, slot.length);
        System.arraycopy(view.profile, 0, here.profile, 0, slot.length);
        System.arraycopy(view.mean, 0, here.mean, 0, slot.length);
        System.arraycopy(view.scale, 0, here.scale, 0, slot.length);
        for (int d = 0; d < answered; d++) {
            if (Float.isNaN(slot[d])) {
                here.mean[d] = mean[d];
                here.scale[d] = scale[d];
            }
        }
        student.writeState(memory.student, here.state, 0);
        return lookBack.orElseThrow()
                .look(
                        memory.own,
                        gaps,
                        kept,
                        here,
                        (time, out) ->
                                ((LinearFilter) anchor).writeProfile(memory.anchor, time, out, 0));
    }

    /** Takes a reading into the memory without saying anything of it. */
    public void remember(ModelMemory memory, long eventTimeMillis, double[] values) {
        units.move(memory, eventTimeMillis - spec.intervalMillis());
        units.normalise(memory, values, z);
        anchor.predict(memory.anchor, eventTimeMillis, view);
        recur(memory, eventTimeMillis, z);
        units.count(memory, z);
    }

    /**
     * Counts a reading for the sensor's own scale and nothing else, as of a past that is too long
     * to be remembered; without an own scale it does nothing.
     */
    public void countScale(ModelMemory memory, long eventTimeMillis, double[] values) {
        if (memory.own != null) {
            units.move(memory, eventTimeMillis - spec.intervalMillis());
            units.normalise(memory, values, z);
            units.count(memory, z);
        }
    }

    private void recur(ModelMemory memory, long eventTimeMillis, float[] slot) {
        anchor.observe(memory.anchor, eventTimeMillis, slot, view);
        student.recur(memory.student, view, eventTimeMillis, slot);
    }

    private boolean hasHole(double[] values) {
        for (int d = 0; d < answered; d++) {
            if (Double.isNaN(values[d])) {
                return true;
            }
        }
        return false;
    }
}
