package io.hindsight.model.bundle;

import io.hindsight.model.normalise.Normaliser;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.student.StudentSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A bundle as a file and back.
 *
 * <p>The file is safetensors, so that Python reads it too. Its metadata hold, as texts: {@code
 * format} (this page's number), {@code anchor}, {@code cell}, {@code hidden_size}, {@code channels}
 * and {@code units} (JSON lists), {@code interval_ms}, {@code periods_ms} (JSON list), {@code
 * sha256}, and the notes, each under {@code note.} and its name. Tensors: the {@link Parameters}
 * and the float64 {@code normaliser.mean} and {@code normaliser.scale}.
 *
 * <p>{@code sha256} is the digest of the whole file with its own 64 digits replaced by zeros:
 * whatever bit is flipped or byte cut off, the file is refused.
 */
public final class BundleCodec {
    /** Version of the file's layout; a reader refuses newer ones. */
    public static final int FORMAT = 1;

    private static final String NO_ANCHOR = "none";
    private static final String NOTE = "note.";
    private static final String MEAN = "normaliser.mean";
    private static final String SCALE = "normaliser.scale";

    private BundleCodec() {}

    public static byte[] write(Bundle bundle) {
        StudentSpec spec = bundle.spec();
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("format", Integer.toString(FORMAT));
        metadata.put(FileDigest.KEY, FileDigest.PLACEHOLDER);
        metadata.put("anchor", NO_ANCHOR);
        metadata.put("cell", spec.cell().label());
        metadata.put("hidden_size", Integer.toString(spec.hiddenSize()));
        metadata.put("channels", Json.write(spec.channels()));
        metadata.put("units", Json.write(spec.units()));
        metadata.put("interval_ms", Long.toString(spec.intervalMillis()));
        metadata.put("periods_ms", Json.write(spec.periodsMillis()));
        bundle.notes().forEach((name, text) -> metadata.put(NOTE + name, text));

        Map<String, Tensor> tensors = new LinkedHashMap<>(bundle.parameters());
        tensors.put(MEAN, Tensor.of(bundle.normaliser().mean(), spec.channelCount()));
        tensors.put(SCALE, Tensor.of(bundle.normaliser().scale(), spec.channelCount()));
        return FileDigest.stamp(new Safetensors(metadata, tensors).write());
    }

    /**
     * @throws BundleException if the bytes are damaged, of a newer format, or not a bundle at all
     */
    public static Bundle read(byte[] file) throws BundleException {
        FileDigest.verify(file);
        Safetensors container = Safetensors.read(file);
        Map<String, String> metadata = container.metadata();
        long format = number(metadata, "format");
        if (format != FORMAT) {
            throw new BundleException("format must be " + FORMAT + ": " + format);
        }
        if (!text(metadata, "anchor").equals(NO_ANCHOR)) {
            throw new BundleException("anchor must be none: " + metadata.get("anchor"));
        }
        Map<String, Tensor> parameters = new LinkedHashMap<>(container.tensors());
        Tensor mean = parameters.remove(MEAN);
        Tensor scale = parameters.remove(SCALE);
        Map<String, String> notes = new TreeMap<>();
        metadata.forEach(
                (key, text) -> {
                    if (key.startsWith(NOTE)) {
                        notes.put(key.substring(NOTE.length()), text);
                    }
                });
        try {
            StudentSpec spec = spec(metadata);
            Normaliser normaliser =
                    new Normaliser(
                            statistics(MEAN, mean, spec.channelCount()),
                            statistics(SCALE, scale, spec.channelCount()));
            return new Bundle(spec, normaliser, parameters, notes);
        } catch (IllegalArgumentException e) {
            throw new BundleException(e.getMessage(), e);
        }
    }

    private static StudentSpec spec(Map<String, String> metadata) throws BundleException {
        return new StudentSpec(
                CellKind.of(text(metadata, "cell")),
                hiddenSize(metadata),
                list(metadata, "channels", String.class),
                list(metadata, "units", String.class),
                number(metadata, "interval_ms"),
                list(metadata, "periods_ms", Long.class));
    }

    private static int hiddenSize(Map<String, String> metadata) throws BundleException {
        long size = number(metadata, "hidden_size");
        if (size < 1 || size > StudentSpec.LARGEST_HIDDEN_SIZE) {
            throw new BundleException(
                    "hidden_size must be 1 to " + StudentSpec.LARGEST_HIDDEN_SIZE + ": " + size);
        }
        return (int) size;
    }

    private static double[] statistics(String name, Tensor tensor, int channels)
            throws BundleException {
        if (tensor == null
                || tensor.type != Tensor.Type.F64
                || !Arrays.equals(tensor.shape, new int[] {channels})) {
            throw new BundleException(name + " must be F64[" + channels + "]: " + tensor);
        }
        return tensor.doubles();
    }

    private static String text(Map<String, String> metadata, String key) throws BundleException {
        String text = metadata.get(key);
        if (text == null) {
            throw new BundleException("metadata must have " + key);
        }
        return text;
    }

    private static long number(Map<String, String> metadata, String key) throws BundleException {
        String text = text(metadata, key);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new BundleException(key + " must be a whole number: " + text, e);
        }
    }

    private static <T> List<T> list(Map<String, String> metadata, String key, Class<T> of)
            throws BundleException {
        List<T> list = new ArrayList<>();
        try {
            for (Object element : Json.readList(text(metadata, key))) {
                if (!of.isInstance(element)) {
                    throw new BundleException(
                            key + " must hold " + of.getSimpleName() + "s: " + element);
                }
                list.add(of.cast(element));
            }
        } catch (IOException e) {
            throw new BundleException(key + " must be a JSON list: " + e.getMessage(), e);
        }
        return list;
    }
}
