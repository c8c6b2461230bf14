package io.hindsight.model.bundle;

import io.hindsight.model.generic.GenericWeights;
import io.hindsight.model.recurrent.CellKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The generic net as a file: a safetensors container with a digest of itself, as a bundle is, whose
 * {@code kind} says that it is none. It has no channels, no scale and no time. It may say what made
 * it, which changes nothing of what it does.
 */
public final class GenericCodec {
    private static final String KIND = "generic";
    private static final String FORMAT = "1";
    private static final String ORIGIN = "origin.";
    private static final float MOST = 1e4f;

    private GenericCodec() {}

    /** Weights that do not say what made them. */
    public static byte[] write(GenericWeights weights) {
        return write(weights, Map.of());
    }

    /**
     * The same weights of the same origin give the same bytes.
     *
     * @param origin what made them, in words by name
     */
    public static byte[] write(GenericWeights weights, Map<String, String> origin) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(FileDigest.KEY, FileDigest.PLACEHOLDER);
        metadata.put("kind", KIND);
        metadata.put("format", FORMAT);
        metadata.put("cell", CellKind.GRU.label());
        metadata.put("hidden_size", Integer.toString(weights.hiddenSize()));
        new TreeMap<>(origin).forEach((name, words) -> metadata.put(ORIGIN + name, words));
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        GenericWeights.shapes(weights.hiddenSize())
                .forEach(
                        (name, shape) -> tensors.put(name, Tensor.of(weights.tensor(name), shape)));
        return FileDigest.stamp(new Safetensors(metadata, tensors).write());
    }

    /**
     * What made a net, in words by name; empty where it does not say.
     *
     * @throws BundleException if the bytes are damaged
     */
    public static Map<String, String> origin(byte[] file) throws BundleException {
        FileDigest.verify(file);
        return new Metadata(Safetensors.read(file).metadata()).under(ORIGIN);
    }

    /**
     * @throws BundleException if the bytes are damaged, of a newer format, or no generic net
     */
    public static GenericWeights read(byte[] file) throws BundleException {
        FileDigest.verify(file);
        Safetensors container = Safetensors.read(file);
        Metadata metadata = new Metadata(container.metadata());
        metadata.require("kind", KIND);
        metadata.require("format", FORMAT);
        metadata.require("cell", CellKind.GRU.label());
        int hidden = metadata.whole("hidden_size", 1, GenericWeights.MOST_HIDDEN);
        Map<String, float[]> tensors = new LinkedHashMap<>();
        for (Map.Entry<String, Tensor> entry : container.tensors().entrySet()) {
            Tensor tensor = entry.getValue();
            if (tensor.type != Tensor.Type.F32 || tensor.firstBeyond(MOST).isPresent()) {
                throw new BundleException(
                        "%s must be F32 and hold numbers up to %s: %s"
                                .formatted(entry.getKey(), MOST, tensor));
            }
            tensors.put(entry.getKey(), tensor.floats());
        }
        try {
            return new GenericWeights(hidden, tensors);
        } catch (IllegalArgumentException e) {
            throw new BundleException("not a generic net: " + e.getMessage(), e);
        }
    }
}
