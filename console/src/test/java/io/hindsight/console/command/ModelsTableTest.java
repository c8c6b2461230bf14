package io.hindsight.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.console.publish.ModelLine;
import io.hindsight.console.publish.ModelLine.Role;
import io.hindsight.schemas.ModelTimes.Time;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelsTableTest {
    private static final long PUBLISHED = 1_780_000_000_123L;

    @Test
    void tellsWhatWasAskedAndWhatWasDecided() {
        Optional<Long> atOnce = Optional.of(0L);
        assertThat(
                        lines(
                                line(1, Role.ACTIVE, atOnce, Optional.of(Time.FROM_THE_BEGINNING)),
                                line(2, Role.WAITING, atOnce, Optional.empty()),
                                line(3, Role.RELEASED, atOnce, Optional.of(Time.NEVER)),
                                line(4, Role.SHADOW, Optional.of(1_000L), Optional.of(2_000L)),
                                line(5, Role.RELEASED, Optional.empty(), Optional.empty())))
                .containsExactly(
                        "version  sha256        signed  published             role now   asked to act"
                                + " from     acts from",
                        row(1, "active     at once               the beginning"),
                        row(2, "waiting    at once               not decided"),
                        row(3, "released   at once               never: overtaken"),
                        row(4, "shadow     1970-01-01T00:00:01Z  1970-01-01T00:00:02Z"),
                        row(5, "released   –                     –"));
    }

    @Test
    void saysThatThereIsNone() {
        assertThat(lines()).containsExactly("no model of air is published");
    }

    private static String row(int version, String rest) {
        return "      " + version + "  0123456789ab  no      2026-05-28T20:26:40Z  " + rest;
    }

    private static ModelLine line(
            long version, Role role, Optional<Long> asked, Optional<Long> decided) {
        return new ModelLine(version, "0123456789ab", false, PUBLISHED, role, asked, decided);
    }

    private static List<String> lines(ModelLine... lines) {
        StringWriter out = new StringWriter();
        ModelsTable.print("air", List.of(lines), new PrintWriter(out, true));
        return out.toString().lines().toList();
    }
}
