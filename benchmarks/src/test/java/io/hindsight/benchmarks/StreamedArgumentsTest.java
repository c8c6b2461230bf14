package io.hindsight.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.trainer.data.CsvOptions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamedArgumentsTest {
    @Test
    void columnsThatAreNotNamedAreTimeAndSensorAndAMaskIsTakenOnce() {
        StreamedArguments arguments =
                StreamedArguments.of("b", "r.csv", "m.csv", "n.csv", "m.csv").orElseThrow();
        assertThat(arguments)
                .isEqualTo(
                        new StreamedArguments(
                                Path.of("b"),
                                Path.of("r.csv"),
                                CsvOptions.sensors("time", "sensor"),
                                List.of(Path.of("m.csv"), Path.of("n.csv"))));
    }

    @Test
    void theRecordingMayHaveOneSensorOrAColumnOfThem() {
        assertThat(columns("--time", "date", "--sensor-id", "transformer-1"))
                .isEqualTo(CsvOptions.oneSensor("date", "transformer-1"));
        assertThat(columns("--sensor", "machine")).isEqualTo(CsvOptions.sensors("time", "machine"));
    }

    private static CsvOptions columns(String... options) {
        String[] all = new String[options.length + 3];
        System.arraycopy(options, 0, all, 0, options.length);
        System.arraycopy(new String[] {"b", "r", "m"}, 0, all, options.length, 3);
        return StreamedArguments.of(all).orElseThrow().columns();
    }

    @Test
    void somethingThatIsMissingOrNotKnownGivesTheUsage() {
        assertThat(StreamedArguments.of("b", "r")).isEmpty();
        assertThat(StreamedArguments.of("b", "r", "m", "--time")).isEmpty();
        assertThat(StreamedArguments.of("b", "r", "m", "--epochs", "2")).isEmpty();
        assertThat(StreamedArguments.of("b", "r", "m", "--sensor", "a", "--sensor-id", "b"))
                .isEmpty();
    }
}
