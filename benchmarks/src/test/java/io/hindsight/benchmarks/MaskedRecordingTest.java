package io.hindsight.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.schemas.Reading;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.DataSetReader;
import io.hindsight.trainer.data.Row;
import io.hindsight.trainer.judge.HiddenCells;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskedRecordingTest {
    private static final long HOUR = 3_600_000L;
    private static final long HALF = HOUR / 2;

    @Test
    void readingsComeInTheOrderOfEventTimeWhateverTheSensorsPhases() {
        MaskedRecording recording = recording();
        List<String> sent = new ArrayList<>();
        for (Reading reading : readings(recording)) {
            assertThat(reading.group()).isEqualTo("air");
            sent.add(reading.sensor() + "@" + reading.eventTimeMillis() / HALF);
        }
        assertThat(sent).containsExactly("late@1", "early@2", "late@3", "early@4", "late@7");
        assertThat(recording.readings()).isEqualTo(5);
    }

    @Test
    void whatTheMaskHidesIsAHoleAndTheRestIsAsItWas() {
        MaskedRecording recording = recording();
        int early = 0;
        recording.hidden().hide(early, 1, 0);
        assertThat(recording.hidesSome(early, 0)).isFalse();
        assertThat(recording.hidesSome(early, 1)).isTrue();
        List<Reading> readings = readings(recording);
        assertThat(readings.get(1).values()).containsExactly(2.0, -2.0);
        assertThat(readings.get(3).values()).containsExactly(Double.NaN, -4.0);
    }

    private static List<Reading> readings(MaskedRecording recording) {
        List<Reading> readings = new ArrayList<>();
        recording.forEachReading("air", readings::add);
        return readings;
    }

    /** Of a sensor on the hour and one half an hour before it, which leaves out a slot. */
    private static MaskedRecording recording() {
        DataSetReader reader = new DataSetReader(List.of("up", "down"));
        for (int half : new int[] {4, 2}) {
            reader.add(row("early", half));
        }
        for (int half : new int[] {1, 3, 7}) {
            reader.add(row("late", half));
        }
        DataSet data = reader.build(HOUR);
        return new MaskedRecording(data, new HiddenCells(data));
    }

    private static Row row(String sensor, int half) {
        return new Row(sensor, half * HALF, new double[] {half, -half});
    }
}
