package io.hindsight.console.command;

import io.hindsight.console.fault.UserFaultException;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.BundleCodec;
import io.hindsight.model.bundle.BundleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A bundle that somebody names by its file. */
final class BundleFile {
    private final byte[] bytes;
    private final Bundle bundle;

    private BundleFile(byte[] bytes, Bundle bundle) {
        this.bytes = bytes;
        this.bundle = bundle;
    }

    /**
     * @throws UserFaultException if the file is no bundle
     */
    static BundleFile read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            return new BundleFile(bytes, BundleCodec.read(bytes));
        } catch (BundleException e) {
            throw new UserFaultException(file + ": not a usable bundle: " + e.getMessage(), e);
        }
    }

    /** The file as it is. */
    byte[] bytes() {
        return bytes;
    }

    Bundle bundle() {
        return bundle;
    }
}
