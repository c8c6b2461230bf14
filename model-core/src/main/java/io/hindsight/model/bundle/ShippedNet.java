package io.hindsight.model.bundle;

import io.hindsight.model.generic.GenericBeside;
import io.hindsight.model.generic.GenericNet;
import io.hindsight.model.generic.GenericWeights;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The generic net that comes with the product, read once. The file names the command that made it;
 * what it was trained on and what it is good for is in docs/generic-student.md.
 */
public final class ShippedNet {
    private static final String RESOURCE = "generic-net.safetensors";
    private static final byte[] FILE = bytes();
    private static final GenericWeights WEIGHTS = weights();

    private ShippedNet() {}

    public static GenericWeights get() {
        return WEIGHTS;
    }

    /** One to stand beside the views of a sensor of one channel; for one thread. */
    public static GenericBeside newBeside() {
        return new GenericBeside(new GenericNet(WEIGHTS), true);
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
