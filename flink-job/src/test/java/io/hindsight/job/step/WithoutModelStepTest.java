package io.hindsight.job.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.job.fixtures.Bundles;
import io.hindsight.job.fixtures.Readings;
import io.hindsight.job.fixtures.Releases;
import io.hindsight.job.step.StepHarness.Backend;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.sensor.WithoutModel;
import io.hindsight.schemas.ModelRelease;
import io.hindsight.schemas.Reading;
import io.hindsight.schemas.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A group has no model, is judged all the same, through a savepoint; then one arrives. */
class WithoutModelStepTest {
    private static final String GROUP = "air";
    private static final int HOURS = 300;
    private static final int ACTS_FROM = 200;
    private static final List<String> SENSORS = List.of("a", "b", "c");
    private static final StepOptions GENERIC =
            new StepOptions(
                    StepHarness.ALARMS,
                    true,
                    Duration.ofHours(30),
                    Duration.ofDays(60),
                    WithoutModel.GENERIC);

    @ParameterizedTest
    @CsvSource({"HEAP, 1, 3", "HEAP, 3, 1", "ROCKSDB, 2, 3", "ROCKSDB, 1, 1"})
    void isJudgedFromTheFirstReadingOnAndGoesOverToItsFirstModel(
            Backend backend, int parallelism, int channels) throws Exception {
        ModelRelease release =
                Releases.of(GROUP, 1, Bundles.lookingBack(CellKind.GRU, 6, channels, 11)).release();
        List<Reading> readings = Readings.series(GROUP, SENSORS, channels, HOURS, 3);
        DirectRun direct = new DirectRun(WithoutModel.GENERIC);
        direct.activate(release, Readings.at(ACTS_FROM));
        direct.readAll(readings);

        List<Result> results = new ArrayList<>();
        StepHarness.Snapshot snapshot;
        try (StepHarness step = StepHarness.on(backend, 1, GENERIC)) {
            step.readAll(within(readings, 0, 150));
            snapshot = step.snapshot();
            results.addAll(step.results());
        }
        try (StepHarness step = StepHarness.restored(backend, parallelism, GENERIC, snapshot)) {
            step.readAll(within(readings, 150, ACTS_FROM));
            step.activate(release, Readings.at(ACTS_FROM));
            step.readAll(within(readings, ACTS_FROM, HOURS));
            results.addAll(step.results());
            assertThat(step.deadLetters()).isEmpty();
        }

        assertThat(BestResults.of(results)).isEqualTo(BestResults.of(direct.results));
        assertThat(results)
                .filteredOn(result -> result.eventTimeMillis() < Readings.at(ACTS_FROM))
                .isNotEmpty()
                .allMatch(result -> result.status().equals(Result.SCORED))
                .allMatch(result -> result.modelVersion() == 0);
        assertThat(results)
                .filteredOn(result -> result.eventTimeMillis() >= Readings.at(ACTS_FROM))
                .isNotEmpty()
                .allMatch(result -> result.modelVersion() == 1);
    }

    private static List<Reading> within(List<Reading> readings, int from, int until) {
        return readings.stream()
                .filter(r -> r.eventTimeMillis() >= Readings.at(from))
                .filter(r -> r.eventTimeMillis() < Readings.at(until))
                .toList();
    }
}
