package io.hindsight.console.state;

import io.hindsight.job.state.Codec;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Lengths of what the job's codecs write. */
final class JobBytes {
    private JobBytes() {}

    static <T> int of(Codec<T> codec, T value) {
        DataOutputStream out = new DataOutputStream(OutputStream.nullOutputStream());
        try {
            codec.write(value, out);
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is written to", e);
        }
        return out.size();
    }
}
