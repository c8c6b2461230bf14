package io.hindsight.benchmarks.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScoringStageTest {
    private static final int CHANNELS = 3;

    @ParameterizedTest
    @EnumSource(names = {"DETECTOR", "WATCHER"})
    void keepsNoMoreOfALongPastThanOfAShortOne(ScoringStage stage) throws IOException {
        for (int channels : new int[] {1, CHANNELS}) {
            StoredDetector detector = stage.fresh(channels);
            SteadySensor sensor = new SteadySensor(channels);
            sensor.lead(1_500, detector);
            int before = detector.storedBytes();
            sensor.lead(4_000, detector);

            assertThat(detector.storedBytes()).isEqualTo(before).isLessThan(6 << 10);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RCF", "RCF_GRADE"})
    void aForestKeepsMuchMore(ScoringStage stage) throws IOException {
        StoredDetector forest = stage.fresh(CHANNELS);
        new SteadySensor(CHANNELS).lead(1_000, forest);

        assertThat(forest.storedBytes()).isGreaterThan(60 << 10);
    }
}
