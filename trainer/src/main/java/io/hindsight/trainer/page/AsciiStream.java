package io.hindsight.trainer.page;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;

/** Bytes that are ASCII, to where characters go. Closing it closes nothing else. */
final class AsciiStream extends OutputStream {
    private final Appendable out;

    AsciiStream(Appendable out) {
        this.out = out;
    }

    @Override
    public void write(int sign) throws IOException {
        out.append((char) (sign & 0x7F));
    }

    @Override
    public void write(byte[] signs, int from, int count) throws IOException {
        out.append(new String(signs, from, count, US_ASCII));
    }
}
