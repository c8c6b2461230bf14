package io.hindsight.trainer.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Text that pages bring along: styles and scripts, which lie beside the classes. */
public final class Sheet {
    private Sheet() {}

    /** The look that all pages share. */
    public static String look() {
        return of(Sheet.class, "page.css");
    }

    /** What lies beside a class under a name. */
    public static String of(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException(
                        "there is no " + name + " beside " + beside.getName());
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
