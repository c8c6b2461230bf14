package io.hindsight.model.bundle;

import io.hindsight.model.generic.GenericWeights;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The generic net that comes with the product, read once. The file names what made it. */
public final class ShippedNet {
    private static final String RESOURCE = "generic-net.safetensors";
    private static final byte[] FILE = bytes();
    private static final GenericWeights WEIGHTS = weights();

    private ShippedNet() {}

    public static GenericWeights get() {
        return WEIGHTS;
    }

    /** The net as the file that it is. */
    public static byte[] file() {
        return FILE.clone();
    }

    private static byte[] bytes() {
        try (InputStream in = ShippedNet.class.getResourceAsStream(RESOURCE)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GenericWeights weights() {
        try {
            return GenericCodec.read(FILE);
        } catch (BundleException e) {
            throw new IllegalStateException(RESOURCE + " must be a generic net", e);
        }
    }
}
