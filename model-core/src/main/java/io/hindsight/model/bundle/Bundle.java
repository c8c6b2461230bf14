package io.hindsight.model.bundle;

import io.hindsight.model.anchor.Anchor;
import io.hindsight.model.context.ContextChannels;
import io.hindsight.model.context.ContextSpec;
import io.hindsight.model.normalise.Bounds;
import io.hindsight.model.normalise.Normaliser;
import io.hindsight.model.normalise.OwnScale;
import io.hindsight.model.revise.Reviser;
import io.hindsight.model.revise.ReviserWeights;
import io.hindsight.model.spread.SpreadTable;
import io.hindsight.model.student.Student;
import io.hindsight.model.student.StudentSpec;
import io.hindsight.model.student.StudentWeights;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A model with all that it needs, verified: its shape, its normalisation, its anchor, its student
 * and its spread.
 *
 * <p>A bundle that exists is a bundle that can run: every shape follows from the spec, and every
 * number is small enough that no step overflows. Immutable; one serves all sensors of a group.
 */
public final class Bundle {
    /** Largest n0 of an {@link OwnScale}. */
    public static final int MOST_OWN_SCALE_READINGS = 1_000_000;

    private final StudentSpec spec;
    private final Normaliser normaliser;
    private final Bounds bounds;
    private final OfItsOwn own;
    private final List<String> sentChannels;
    private final Optional<ContextSpec> context;
    private final Map<String, Tensor> parameters;
    private final Map<String, String> notes;
    private final StudentWeights weights;
    private final Supplier<Anchor> anchors;
    private final SpreadTable spread;
    private final Optional<ReviserWeights> reviser;
    private final Optional<CheckVector> check;

    Bundle(
            StudentSpec spec,
            Normaliser normaliser,
            Bounds bounds,
            OfItsOwn own,
            Map<String, Tensor> parameters,
            Map<String, String> notes,
            Optional<CheckVector> check)
            throws BundleException {
        if (normaliser.channelCount() != spec.channelCount()) {
            throw new BundleException(
                    "normaliser must have one mean and scale a channel: "
                            + normaliser.channelCount()
                            + " for "
                            + spec.channelCount());
        }
        if (bounds.channelCount() != spec.answeredCount()) {
            throw new BundleException(
                    "bounds must be one pair an answered channel: "
                            + bounds.channelCount()
                            + " for "
                            + spec.answeredCount());
        }
        this.own = own.verified(spec);
        this.spec = spec;
        this.normaliser = normaliser;
        this.bounds = bounds;
        this.parameters = Parameters.verified(spec, parameters);
        this.notes = new TreeMap<>(notes);
        this.check = check;
        try {
            this.sentChannels = ContextChannels.sent(spec.channels(), spec.answeredCount());
            this.context = context(spec, sentChannels.size(), own.contextPhaseMillis());
            this.weights = BundleParts.student(spec, this.parameters);
            this.spread = BundleParts.spread(spec, this.parameters);
            this.anchors = BundleParts.anchors(spec, this.parameters);
            this.reviser =
                    spec.backwardSize() == 0
                            ? Optional.empty()
                            : Optional.of(BundleParts.reviser(spec, this.parameters));
        } catch (IllegalArgumentException e) {
            throw new BundleException(e.getMessage(), e);
        }
    }

    private static Optional<ContextSpec> context(StudentSpec spec, int sent, long phaseMillis) {
        if (sent == spec.channelCount()) {
            return Optional.empty();
        }
        return Optional.of(
                new ContextSpec(spec.intervalMillis(), phaseMillis, spec.answeredCount(), sent));
    }

    /**
     * A bundle from a trainer's numbers, without bounds.
     *
     * @param parameters by the names of {@link Parameters}, each row-major; {@link
     *     Parameters#SHRINK} and {@link Parameters#SPREAD} are 1 if absent
     * @param notes texts for people and tools (seed, report digest, origin), kept as they are
     * @throws BundleException if a parameter is absent, unknown, of the wrong length, or not within
     *     bounds
     */
    public static Bundle of(
            StudentSpec spec,
            Normaliser normaliser,
            Map<String, float[]> parameters,
            Map<String, String> notes)
            throws BundleException {
        return of(spec, normaliser, Bounds.none(spec.answeredCount()), parameters, notes);
    }

    /** A bundle from a trainer's numbers, as {@link #of(StudentSpec, Normaliser, Map, Map)}. */
    public static Bundle of(
            StudentSpec spec,
            Normaliser normaliser,
            Bounds bounds,
            Map<String, float[]> parameters,
            Map<String, String> notes)
            throws BundleException {
        return new Bundle(
                spec,
                normaliser,
                bounds,
                OfItsOwn.NOTHING,
                Parameters.shaped(spec, parameters),
                notes,
                Optional.empty());
    }

    public StudentSpec spec() {
        return spec;
    }

    public Normaliser normaliser() {
        return normaliser;
    }

    public Bounds bounds() {
        return bounds;
    }

    /**
     * After how many readings a sensor's own scale counts as much as its group's, n0 of an {@link
     * OwnScale}; 0: it has none.
     */
    public int ownScaleReadings() {
        return own.scaleReadings();
    }

    /** The channels that a reading has, in its order: all but those of a context. */
    public List<String> sentChannels() {
        return sentChannels;
    }

    /** What is to be known of a sensor's group at each reading, if the model takes that. */
    public Optional<ContextSpec> context() {
        return context;
    }

    public SpreadTable spread() {
        return spread;
    }

    public Map<String, String> notes() {
        return new TreeMap<>(notes);
    }

    /** The same bundle with one more note, or another text under its name. */
    public Bundle withNote(String name, String text) {
        Map<String, String> more = notes();
        more.put(name, text);
        return with(more, check);
    }

    /** What the step must say of a few readings, if that is known of these numbers. */
    public Optional<CheckVector> check() {
        return check;
    }

    /** The same bundle with what its step says of a few readings. */
    public Bundle withCheck(CheckVector vector) {
        return with(notes, Optional.of(vector));
    }

    /**
     * The same bundle with other numbers for some parameters.
     *
     * @throws BundleException as {@link #of(StudentSpec, Normaliser, Map, Map)}
     */
    public Bundle withParameters(Map<String, float[]> numbers) throws BundleException {
        Map<String, Tensor> all = new LinkedHashMap<>(parameters);
        for (String name : numbers.keySet()) {
            all.put(name, Parameters.shaped(spec, numbers).get(name));
        }
        return new Bundle(spec, normaliser, bounds, own, all, notes, Optional.empty());
    }

    /**
     * The same bundle with sensors on a scale of their own.
     *
     * @param readings n0 of an {@link OwnScale}, 0 for none
     * @throws IllegalArgumentException if it is not 0 to {@value #MOST_OWN_SCALE_READINGS}
     */
    public Bundle withOwnScale(int readings) {
        return with(own.withScaleReadings(readings));
    }

    /** Whether a sensor's interval is learnt from its own past. */
    public boolean hasOwnInterval() {
        return own.interval();
    }

    /**
     * The same bundle with sensors on intervals of their own.
     *
     * @throws IllegalArgumentException if its sensors are irregular
     */
    public Bundle withOwnInterval() {
        return with(own.withInterval(true));
    }

    /**
     * The same bundle with the slots of its context elsewhere on the interval.
     *
     * @throws IllegalArgumentException if it has no context, or the phase is not within the
     *     interval
     */
    public Bundle withContextPhase(long millis) {
        if (context.isEmpty()) {
            throw new IllegalArgumentException(
                    "only a context has a phase: the channels are " + spec.channels());
        }
        return with(own.withContextPhase(millis));
    }

    private Bundle with(OfItsOwn others) {
        try {
            return new Bundle(
                    spec, normaliser, bounds, others, parameters, notes, Optional.empty());
        } catch (BundleException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private Bundle with(Map<String, String> texts, Optional<CheckVector> vector) {
        try {
            return new Bundle(spec, normaliser, bounds, own, parameters, texts, vector);
        } catch (BundleException e) {
            throw new IllegalStateException("what was verified stays so", e);
        }
    }

    /** The same bundle with all corrections off, so that its anchor speaks alone. */
    public Bundle withoutCorrections() {
        Map<String, float[]> numbers = new LinkedHashMap<>();
        numbers.put(Parameters.SHRINK, new float[3 * spec.answeredCount()]);
        if (spec.backwardSize() > 0) {
            numbers.put(Parameters.REVISE_SHRINK, new float[2 * spec.answeredCount()]);
        }
        try {
            return withParameters(numbers);
        } catch (BundleException e) {
            throw new IllegalStateException("no correction is a correction", e);
        }
    }

    /**
     * Whether what one of the two remembers of a sensor is what the other one would remember: they
     * have the same channels in the same z units, the same anchor and the same recurrent layer.
     * What they say from it may differ.
     */
    public boolean sharesMemoriesWith(Bundle other) {
        if (!spec.causal().equals(other.spec.causal())
                || own.scaleReadings() != other.own.scaleReadings()
                || !Arrays.equals(normaliser.mean(), other.normaliser.mean())
                || !Arrays.equals(normaliser.scale(), other.normaliser.scale())) {
            return false;
        }
        for (String name : Parameters.remembering(spec)) {
            if (!Arrays.equals(
                    parameters.get(name).floats(), other.parameters.get(name).floats())) {
                return false;
            }
        }
        return true;
    }

    /** An anchor for one thread. */
    public Anchor newAnchor() {
        return anchors.get();
    }

    public StudentWeights studentWeights() {
        return weights;
    }

    /** A student for one thread. */
    public Student newStudent() {
        return new Student(spec, weights);
    }

    /** A reviser for one thread, if the bundle has a backward part. */
    public Optional<Reviser> newReviser() {
        return reviser.map(weights -> new Reviser(spec, weights));
    }

    /** All numbers by the names of {@link Parameters}, each row-major; they are copies. */
    public Map<String, float[]> numbers() {
        Map<String, float[]> numbers = new LinkedHashMap<>();
        parameters.forEach((name, tensor) -> numbers.put(name, tensor.floats().clone()));
        return numbers;
    }

    Map<String, Tensor> parameters() {
        return parameters;
    }
}
