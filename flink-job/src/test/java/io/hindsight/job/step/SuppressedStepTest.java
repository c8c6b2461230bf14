package io.hindsight.job.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.job.fixtures.Bundles;
import io.hindsight.job.fixtures.Orders;
import io.hindsight.job.fixtures.Readings;
import io.hindsight.job.fixtures.Releases;
import io.hindsight.job.fixtures.Wanted;
import io.hindsight.job.step.StepHarness.Backend;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.suppress.Rule;
import io.hindsight.schemas.Episode;
import io.hindsight.schemas.ModelRelease;
import io.hindsight.schemas.ModelSchedule.Kind;
import io.hindsight.schemas.ModelTimes;
import io.hindsight.schemas.Reading;
import io.hindsight.schemas.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is ignored reaches the step's results and episodes, by event time. */
class SuppressedStepTest {
    private static final String GROUP = "air";
    private static final int HOURS = 300;
    private static final List<String> SENSORS = List.of("a", "b", "c");
    private static final Bundle BUNDLE = Bundles.lookingBack(CellKind.GRU, 6, 3, 11);
    private static final ModelRelease RELEASE = Releases.of(GROUP, 1, BUNDLE).release();
    private static final ModelTimes ACTIVE =
            Orders.of(GROUP)
                    .then(Kind.ACTIVATE, 1)
                    .decided(ModelTimes.Time.FROM_THE_BEGINNING)
                    .times();

    @ParameterizedTest
    @EnumSource(Backend.class)
    void saysWhatModelCoreSaysAndOpensNoEpisodeInAWindow(Backend backend) throws Exception {
        Wanted wanted = wanted();
        DirectRun direct = direct(wanted, readings(3));
        try (StepHarness step = StepHarness.on(backend)) {
            step.activate(RELEASE);
            suppress(step, wanted);
            step.readAll(readings(3));

            assertThat(BestResults.of(step.results())).isEqualTo(BestResults.of(direct.results));
            assertThat(step.episodes()).isEqualTo(direct.episodes);
        }
        assertThat(direct.results)
                .filteredOn(result -> "service".equals(result.suppressed()))
                .hasSizeGreaterThan(100)
                .anyMatch(result -> result.score() >= 2)
                .allMatch(result -> isIn(result.eventTimeMillis(), 100, 180));
        assertThat(direct.episodes)
                .filteredOn(episode -> episode.kind() == Episode.Kind.SURPRISE)
                .isNotEmpty()
                .noneMatch(episode -> isIn(episode.startMillis(), 100, 180));
    }

    @ParameterizedTest
    @CsvSource({"HEAP, 1", "HEAP, 3", "ROCKSDB, 2"})
    void whatBecomesKnownLateIsRepairedAlsoAfterARestart(Backend backend, int parallelism)
            throws Exception {
        Wanted wanted = wanted();
        List<Reading> readings = readings(4);
        DirectRun direct = direct(wanted, readings);
        List<Reading> before = readings.stream().filter(r -> isIn(r, 0, 110)).toList();
        StepHarness.Snapshot snapshot;
        List<Result> results;
        try (StepHarness step = StepHarness.on(backend)) {
            step.activate(RELEASE);
            step.readAll(before);
            suppress(step, wanted);
            step.readAll(readings.stream().filter(r -> isIn(r, 110, 150)).toList());
            snapshot = step.snapshot();
            results = new ArrayList<>(step.results());
        }
        try (StepHarness step = StepHarness.restored(backend, parallelism, snapshot)) {
            assertThat(step.kept()).contains("air/suppression", "air/times");
            step.readAll(readings.stream().filter(r -> isIn(r, 150, HOURS)).toList());
            results.addAll(step.results());
        }

        assertThat(BestResults.of(results)).isEqualTo(BestResults.of(direct.results));
        assertThat(results)
                .as("hours that were answered before the window was known")
                .anyMatch(
                        r ->
                                r.revision() > 0
                                        && r.suppressed() != null
                                        && isIn(r.eventTimeMillis(), 100, 110));
    }

    @Test
    void aRuleForOneSensorIsForThatOneAlone() throws Exception {
        Wanted wanted =
                Wanted.of(GROUP)
                        .then(
                                new Rule.Maintenance(
                                        "b's service",
                                        Optional.of("b"),
                                        Readings.at(0),
                                        Readings.at(HOURS)))
                        .decided(ModelTimes.Time.FROM_THE_BEGINNING);
        try (StepHarness step = StepHarness.on(Backend.HEAP)) {
            step.activate(RELEASE);
            suppress(step, wanted);
            step.readAll(readings(5));

            assertThat(step.results())
                    .filteredOn(result -> result.suppressed() != null)
                    .isNotEmpty()
                    .allMatch(result -> result.sensor().equals("b"));
        }
    }

    private static Wanted wanted() {
        Rule service =
                new Rule.Maintenance(
                        "service", Optional.empty(), Readings.at(100), Readings.at(180));
        Rule below = new Rule.Direction("below", Optional.of("a"), "channel1", Rule.Side.BELOW);
        return Wanted.of(GROUP)
                .then(service)
                .decided(Readings.at(90))
                .then(service, below)
                .decided(Readings.at(200));
    }

    private static void suppress(StepHarness step, Wanted wanted) throws Exception {
        step.broadcast(wanted.suppression());
        step.broadcast(wanted.times(ACTIVE));
    }

    private static DirectRun direct(Wanted wanted, List<Reading> readings) throws Exception {
        DirectRun direct = new DirectRun();
        direct.activate(RELEASE);
        direct.suppress(wanted.suppressions());
        direct.readAll(readings);
        return direct;
    }

    private static List<Reading> readings(long seed) {
        return Readings.series(GROUP, SENSORS, 3, HOURS, seed);
    }

    private static boolean isIn(Reading reading, int from, int until) {
        return isIn(reading.eventTimeMillis(), from, until);
    }

    private static boolean isIn(long eventTimeMillis, int from, int until) {
        return eventTimeMillis >= Readings.at(from) && eventTimeMillis < Readings.at(until);
    }
}
