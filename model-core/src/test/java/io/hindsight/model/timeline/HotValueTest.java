package io.hindsight.model.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.anchor.AnchorKind;
import io.hindsight.model.anchor.AnchorSpec;
import io.hindsight.model.anchor.FilterForm;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.fixtures.Recording;
import io.hindsight.model.fixtures.Students;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.sensor.Models;
import io.hindsight.model.sensor.SensorStateBytes;
import io.hindsight.model.series.Season;
import io.hindsight.model.student.StudentSpec;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The bytes that each reading of a sensor reads and writes. */
class HotValueTest {
    private static final long HOUR = Students.HOUR;
    private static final int MOST_BYTES = 8 << 10;

    @Test
    void isAtMostEightKibibytesOfSixtyFourUnitsAndEightChannels() throws IOException {
        Bundle bundle = Students.random(spec(64, 8), 1).withOwnScale(100);
        Limits allSnapshots = new Limits(500 * HOUR, Long.MAX_VALUE);
        Stream stream = new Stream(Models.of(bundle), allSnapshots);
        Recording recording = Recording.hourly(8, 400, 2);
        for (int t = 0; t < recording.times.length; t++) {
            stream.accept(recording.times[t], recording.values[t]);
        }

        assertThat(stream.life.marks).hasSizeGreaterThanOrEqualTo(Journal.MOST_DISTANCES);
        SensorStateBytes parts = SensorStateBytes.of(stream.life.state());
        assertThat(parts.ownScale()).as("a scale of its own").isGreaterThan(8 * 36);
        int bytes = bytes(stream.life);
        assertThat(bytes).as(parts.toString()).isLessThanOrEqualTo(MOST_BYTES);
    }

    private static StudentSpec spec(int hiddenSize, int channels) {
        return new StudentSpec(
                CellKind.LSTM,
                hiddenSize,
                IntStream.range(0, channels).mapToObj(d -> "channel-" + d).toList(),
                0,
                Collections.nCopies(channels, ""),
                HOUR,
                List.of(24 * HOUR, 168 * HOUR),
                new AnchorSpec(AnchorKind.FILTER, 3, FilterForm.FULL, new Season(24 * HOUR, 24), 2),
                32);
    }

    private static int bytes(SensorLife life) throws IOException {
        DataOutputStream out = new DataOutputStream(OutputStream.nullOutputStream());
        SensorLifeCodec.write(life, out);
        return out.size();
    }
}
