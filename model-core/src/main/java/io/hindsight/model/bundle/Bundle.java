package io.hindsight.model.bundle;

import io.hindsight.model.normalise.Normaliser;
import io.hindsight.model.student.StudentSpec;
import io.hindsight.model.student.StudentWeights;
import java.util.Map;
import java.util.TreeMap;

/**
 * A student with all that it needs, verified: its shape, its normalisation and its numbers.
 *
 * <p>A bundle that exists is a bundle that can run: every shape follows from the spec, and every
 * number is small enough that no step overflows. Immutable; one serves all sensors of a group.
 */
public final class Bundle {
    private final StudentSpec spec;
    private final Normaliser normaliser;
    private final Map<String, Tensor> parameters;
    private final Map<String, String> notes;
    private final StudentWeights weights;

    Bundle(
            StudentSpec spec,
            Normaliser normaliser,
            Map<String, Tensor> parameters,
            Map<String, String> notes)
            throws BundleException {
        if (normaliser.channelCount() != spec.channelCount()) {
            throw new BundleException(
                    "normaliser must have one mean and scale a channel: "
                            + normaliser.channelCount()
                            + " for "
                            + spec.channelCount());
        }
        this.spec = spec;
        this.normaliser = normaliser;
        this.parameters = Parameters.verified(spec, parameters);
        this.notes = new TreeMap<>(notes);
        this.weights = Parameters.weights(spec, this.parameters);
    }

    /**
     * A bundle from a trainer's numbers.
     *
     * @param parameters by the names of {@link Parameters}, each row-major
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
        return new Bundle(spec, normaliser, Parameters.shaped(spec, parameters), notes);
    }

    public StudentSpec spec() {
        return spec;
    }

    public Normaliser normaliser() {
        return normaliser;
    }

    public Map<String, String> notes() {
        return new TreeMap<>(notes);
    }

    /** The same bundle with one more note, or another text under its name. */
    public Bundle withNote(String name, String text) {
        Map<String, String> more = notes();
        more.put(name, text);
        try {
            return new Bundle(spec, normaliser, parameters, more);
        } catch (BundleException e) {
            throw new IllegalStateException("what was verified stays so", e);
        }
    }

    /** The numbers, arranged for {@link io.hindsight.model.student.Student}. */
    public StudentWeights weights() {
        return weights;
    }

    Map<String, Tensor> parameters() {
        return parameters;
    }
}
