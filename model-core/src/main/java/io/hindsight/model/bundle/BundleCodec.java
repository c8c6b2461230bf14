package io.hindsight.model.bundle;

import io.hindsight.model.anchor.AnchorKind;
import io.hindsight.model.anchor.AnchorSpec;
import io.hindsight.model.anchor.FilterForm;
import io.hindsight.model.context.ContextChannels;
import io.hindsight.model.json.Json;
import io.hindsight.model.normalise.Bounds;
import io.hindsight.model.normalise.Normaliser;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.series.Season;
import io.hindsight.model.student.StudentSpec;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A bundle as a file and back.
 *
 * <p>The file is safetensors, so that Python reads it too. Its metadata hold, as texts: {@code
 * format} (this page's number), {@code cell}, {@code hidden_size}, {@code channels} (JSON list),
 * {@code given} (how many of them are seen but not answered for), {@code units} (JSON list), {@code
 * interval_ms} (0 for irregular sensors), {@code pace_ms} (only and always where that is 0, the
 * unit of their ages), {@code periods_ms} (JSON list), {@code anchor} and, if that is a filter,
 * {@code anchor_order}, {@code anchor_form}, {@code anchor_rates}, {@code season_ms} and {@code
 * season_bins}, {@code backward_size} (absent for no backward part), {@code own_scale_readings}
 * (absent where sensors have no scale of their own), {@code own_interval} (true, or absent where
 * the interval is that of all), {@code context_phase_ms} (only and always where the channels are
 * with a context, where on the interval its slots are), {@code sha256}, and the notes, each under
 * {@code note.} and its name. Tensors: the {@link Parameters} and, in float64, {@code
 * normaliser.mean} and {@code normaliser.scale} [N], and {@code bounds} [2, D], infinite where
 * there is none; and, where the bundle checks itself, {@code check.values} [K, N] in float64 and
 * {@code check.said} [K, 3, D], a {@link CheckVector}.
 *
 * <p>{@code sha256} is the digest of the whole file with its own 64 digits replaced by zeros:
 * whatever bit is flipped or byte cut off, the file is refused.
 */
public final class BundleCodec {
    /** Version of the file's layout; a reader refuses newer ones. */
    public static final int FORMAT = 2;

    private static final String INTERVAL = "interval_ms";
    private static final String PACE = "pace_ms";
    private static final String NOTE = "note.";
    private static final String MEAN = "normaliser.mean";
    private static final String SCALE = "normaliser.scale";
    private static final String BOUNDS = "bounds";
    private static final String OWN_SCALE = "own_scale_readings";
    private static final String OWN_INTERVAL = "own_interval";
    private static final String TRUE = "true";
    private static final String CONTEXT_PHASE = "context_phase_ms";
    private static final String CHECK_VALUES = "check.values";
    private static final String CHECK_SAID = "check.said";

    private BundleCodec() {}

    public static byte[] write(Bundle bundle) {
        StudentSpec spec = bundle.spec();
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("format", Integer.toString(FORMAT));
        metadata.put(FileDigest.KEY, FileDigest.PLACEHOLDER);
        metadata.put("cell", spec.cell().label());
        metadata.put("hidden_size", Integer.toString(spec.hiddenSize()));
        metadata.put("channels", Json.write(spec.channels()));
        metadata.put("given", Integer.toString(spec.given()));
        metadata.put("units", Json.write(spec.units()));
        metadata.put(INTERVAL, Long.toString(spec.intervalMillis()));
        if (!spec.isRegular()) {
            metadata.put(PACE, Long.toString(spec.paceMillis()));
        }
        metadata.put("periods_ms", Json.write(spec.periodsMillis()));
        writeAnchor(spec.anchor(), metadata);
        if (spec.backwardSize() > 0) {
            metadata.put("backward_size", Integer.toString(spec.backwardSize()));
        }
        if (bundle.ownScaleReadings() > 0) {
            metadata.put(OWN_SCALE, Integer.toString(bundle.ownScaleReadings()));
        }
        if (bundle.hasOwnInterval()) {
            metadata.put(OWN_INTERVAL, TRUE);
        }
        bundle.context()
                .ifPresent(
                        context ->
                                metadata.put(CONTEXT_PHASE, Long.toString(context.phaseMillis())));
        bundle.notes().forEach((name, text) -> metadata.put(NOTE + name, text));

        Map<String, Tensor> tensors = new LinkedHashMap<>(bundle.parameters());
        tensors.put(MEAN, Tensor.of(bundle.normaliser().mean(), spec.channelCount()));
        tensors.put(SCALE, Tensor.of(bundle.normaliser().scale(), spec.channelCount()));
        tensors.put(BOUNDS, bounds(bundle.bounds()));
        bundle.check()
                .ifPresent(
                        check -> {
                            tensors.put(CHECK_VALUES, check.valuesTensor());
                            tensors.put(CHECK_SAID, check.saidTensor());
                        });
        return FileDigest.stamp(new Safetensors(metadata, tensors).write());
    }

    private static void writeAnchor(AnchorSpec anchor, Map<String, String> metadata) {
        metadata.put("anchor", anchor.kind().label());
        if (anchor.kind().isFilter()) {
            metadata.put("anchor_order", Integer.toString(anchor.order()));
            metadata.put("anchor_form", anchor.form().label());
            metadata.put("anchor_rates", Integer.toString(anchor.rates()));
            metadata.put("season_ms", Long.toString(anchor.season().periodMillis()));
            metadata.put("season_bins", Integer.toString(anchor.season().bins()));
        }
    }

    private static Tensor bounds(Bounds bounds) {
        int channels = bounds.channelCount();
        double[] values = Arrays.copyOf(bounds.lower(), 2 * channels);
        System.arraycopy(bounds.upper(), 0, values, channels, channels);
        return Tensor.of(values, 2, channels);
    }

    /**
     * @throws BundleException if the bytes are damaged, of a newer format, or not a bundle at all
     */
    public static Bundle read(byte[] file) throws BundleException {
        FileDigest.verify(file);
        Safetensors container = Safetensors.read(file);
        Metadata metadata = new Metadata(container.metadata());
        long format = metadata.number("format");
        if (format != FORMAT) {
            throw new BundleException("format must be " + FORMAT + ": " + format);
        }
        Map<String, Tensor> parameters = new LinkedHashMap<>(container.tensors());
        Tensor mean = parameters.remove(MEAN);
        Tensor scale = parameters.remove(SCALE);
        Tensor bounds = parameters.remove(BOUNDS);
        Tensor checkValues = parameters.remove(CHECK_VALUES);
        Tensor checkSaid = parameters.remove(CHECK_SAID);
        try {
            StudentSpec spec = spec(metadata);
            Normaliser normaliser =
                    new Normaliser(
                            doubles(MEAN, mean, spec.channelCount()),
                            doubles(SCALE, scale, spec.channelCount()));
            double[] limits = doubles(BOUNDS, bounds, 2, spec.answeredCount());
            return new Bundle(
                    spec,
                    normaliser,
                    new Bounds(
                            Arrays.copyOf(limits, spec.answeredCount()),
                            Arrays.copyOfRange(limits, spec.answeredCount(), limits.length)),
                    own(metadata, spec),
                    parameters,
                    metadata.under(NOTE),
                    check(spec, checkValues, checkSaid));
        } catch (IllegalArgumentException e) {
            throw new BundleException(e.getMessage(), e);
        }
    }

    private static OfItsOwn own(Metadata metadata, StudentSpec spec) throws BundleException {
        if (metadata.has(OWN_INTERVAL) && !metadata.text(OWN_INTERVAL).equals(TRUE)) {
            throw new BundleException(
                    OWN_INTERVAL + " must be true or absent: " + metadata.text(OWN_INTERVAL));
        }
        return new OfItsOwn(
                metadata.has(OWN_SCALE)
                        ? metadata.whole(OWN_SCALE, 0, Bundle.MOST_OWN_SCALE_READINGS)
                        : 0,
                metadata.has(OWN_INTERVAL),
                contextPhase(metadata, spec));
    }

    private static Optional<CheckVector> check(StudentSpec spec, Tensor values, Tensor said)
            throws BundleException {
        if (values == null && said == null) {
            return Optional.empty();
        }
        return Optional.of(
                CheckVector.of(
                        CHECK_VALUES,
                        values,
                        CHECK_SAID,
                        said,
                        spec.channelCount(),
                        spec.answeredCount()));
    }

    private static StudentSpec spec(Metadata metadata) throws BundleException {
        return new StudentSpec(
                CellKind.of(metadata.text("cell")),
                metadata.whole("hidden_size", 1, StudentSpec.LARGEST_HIDDEN_SIZE),
                metadata.list("channels", String.class),
                metadata.whole("given", 0, StudentSpec.MOST_CHANNELS),
                metadata.list("units", String.class),
                metadata.number(INTERVAL),
                metadata.list("periods_ms", Long.class),
                anchor(metadata),
                metadata.has("backward_size")
                        ? metadata.whole("backward_size", 0, StudentSpec.LARGEST_HIDDEN_SIZE)
                        : 0,
                pace(metadata));
    }

    private static long pace(Metadata metadata) throws BundleException {
        long interval = metadata.number(INTERVAL);
        if (interval == 0) {
            return metadata.number(PACE);
        }
        if (metadata.has(PACE)) {
            throw new BundleException(
                    PACE + " must only be there where " + INTERVAL + " is 0: " + interval);
        }
        return interval;
    }

    /** Without it the slots of a context are not known. */
    private static long contextPhase(Metadata metadata, StudentSpec spec) throws BundleException {
        boolean context = ContextChannels.areAmong(spec.channels());
        if (!context && metadata.has(CONTEXT_PHASE)) {
            throw new BundleException(
                    CONTEXT_PHASE + " must only be there with a context: " + spec.channels());
        }
        return context ? metadata.number(CONTEXT_PHASE) : 0;
    }

    private static AnchorSpec anchor(Metadata metadata) throws BundleException {
        AnchorKind kind = AnchorKind.of(metadata.text("anchor"));
        if (!kind.isFilter()) {
            return kind == AnchorKind.NONE ? AnchorSpec.NONE : AnchorSpec.DECAY;
        }
        return new AnchorSpec(
                kind,
                metadata.whole("anchor_order", 1, AnchorSpec.LARGEST_ORDER),
                FilterForm.of(metadata.text("anchor_form")),
                new Season(
                        metadata.number("season_ms"),
                        metadata.whole("season_bins", 1, Season.MOST_BINS)),
                metadata.whole("anchor_rates", 1, AnchorSpec.MOST_RATES));
    }

    private static double[] doubles(String name, Tensor tensor, int... shape)
            throws BundleException {
        if (tensor == null
                || tensor.type != Tensor.Type.F64
                || !Arrays.equals(tensor.shape, shape)) {
            throw new BundleException(
                    name + " must be F64" + Arrays.toString(shape) + ": " + tensor);
        }
        return tensor.doubles();
    }
}
