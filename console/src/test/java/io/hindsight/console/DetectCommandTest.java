package io.hindsight.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code detect} on a file of a well whose level jumps once. */
class DetectCommandTest {
    private static final Instant START = Instant.parse("2024-03-01T00:00:00Z");
    private static final int HOURS = 1_200;
    private static final int JUMP = 1_100;

    @TempDir private Path folder;
    private Path recording;

    @BeforeEach
    void write() throws IOException {
        List<String> lines = new ArrayList<>(List.of("when,level,temp"));
        SplittableRandom random = new SplittableRandom(3);
        for (int hour = 0; hour < HOURS; hour++) {
            double level = hour == JUMP ? 40 : random.nextGaussian();
            lines.add(time(hour) + "," + level + "," + (10 + random.nextGaussian()));
        }
        recording = folder.resolve("well.csv");
        Files.write(recording, lines);
    }

    @Test
    void saysWhatIsStrangeWithoutAnyTraining() {
        Run run = Run.of("detect", "--data", recording, "--time", "when", "--channels", "level");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("1,200 rows of 1 sensor, 1 channel each")
                .contains("a sensor and month of 30 days, where normal data may have 1.00")
                .containsPattern("2024-04-15 20:00 +\\d+  level at well: 40");
    }

    @Test
    void writesARowForEachRowAndAPage() throws IOException {
        Path out = folder.resolve("results.csv");
        Path page = folder.resolve("page.html");

        Run run =
                Run.of(
                        "detect",
                        "--data",
                        recording,
                        "--time",
                        "when",
                        "--out",
                        out,
                        "--report",
                        page);

        assertThat(run.faults()).isEmpty();
        assertThat(Files.readAllLines(out)).hasSize(HOURS + 1);
        assertThat(Files.readAllLines(out).get(0))
                .startsWith(
                        "time,sensor,score,status,warming,alarm,severity,episode,level,level_expected");
        assertThat(page).content().contains("well.csv", "1,200 rows of 1 sensor");
    }

    @Test
    void aColumnOfSensorsIsFoundByItsUsualName() throws IOException {
        Path named = folder.resolve("named.csv");
        Files.write(named, List.of("time,sensor,x", time(0) + ",a,1", time(0) + ",b,2"));

        Run run = Run.of("detect", "--data", named);

        assertThat(run.out())
                .contains("2 rows of 2 sensors, 1 channel each")
                .contains("nothing could be scored: no sensor has readings enough");
    }

    @Test
    void faultsNameFieldRuleAndValue() {
        assertFault(
                Run.of("detect", "--data", recording, "--alarms-per-month", 0),
                "--alarms-per-month must be positive: 0.0");
        assertFault(
                Run.of("detect", "--data", recording, "--time", "at"),
                recording + ", line 1: unknown column: 'at', the columns are [when, level, temp]");
        assertFault(
                Run.of("detect", "--data", recording, "--time", "level", "--channels", "temp"),
                recording
                        + ", line 2, column level: not a time (ISO-8601 or yyyy-MM-dd HH:mm:ss): '"
                        + level()
                        + "'");
        assertFault(
                Run.of("detect", "--data", recording, "--out", recording),
                recording + ": must not be a file that is read");
    }

    private String level() {
        try {
            return Files.readAllLines(recording).get(1).split(",", -1)[1];
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String time(int hour) {
        return START.plus(hour, ChronoUnit.HOURS).toString();
    }

    private static void assertFault(Run run, String message) {
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.faults()).containsExactly("hindsight: " + message);
    }
}
