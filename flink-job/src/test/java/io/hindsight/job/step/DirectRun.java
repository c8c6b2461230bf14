package io.hindsight.job.step;

import io.hindsight.job.results.ResultMapper;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.BundleCodec;
import io.hindsight.model.bundle.BundleException;
import io.hindsight.model.episode.EpisodeTracker;
import io.hindsight.model.sensor.InputHistory;
import io.hindsight.model.sensor.Model;
import io.hindsight.model.sensor.Models;
import io.hindsight.model.sensor.Order;
import io.hindsight.model.sensor.Outcome;
import io.hindsight.model.sensor.Sensor;
import io.hindsight.model.sensor.SensorState;
import io.hindsight.schemas.Episode;
import io.hindsight.schemas.ModelRelease;
import io.hindsight.schemas.Reading;
import io.hindsight.schemas.Result;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the job must say of readings of one group: model-core called directly, without Flink. */
final class DirectRun {
    final List<Result> results = new ArrayList<>();
    final List<Episode> episodes = new ArrayList<>();
    int refused;

    private final Sensor sensor =
            new Sensor(new EpisodeTracker(StepHarness.ALARM_SCORE, StepHarness.QUIET_READINGS));
    private Models models = Models.none();
    private final Map<String, SensorState> states = new HashMap<>();
    private final Map<String, InputHistory> histories = new HashMap<>();

    void activate(ModelRelease release) throws BundleException {
        activate(release, Order.FROM_THE_BEGINNING);
    }

    void activate(ModelRelease release, long fromMillis) throws BundleException {
        Bundle bundle = BundleCodec.read(release.bundle());
        models = models.then(fromMillis, new Model(release.version(), bundle));
    }

    void readAll(List<Reading> readings) {
        readings.forEach(this::read);
    }

    void read(Reading reading) {
        Outcome outcome =
                sensor.accept(
                        states.computeIfAbsent(reading.sensor(), name -> new SensorState()),
                        histories.computeIfAbsent(reading.sensor(), name -> InputHistory.onHeap()),
                        models,
                        reading.eventTimeMillis(),
                        reading.values());
        if (outcome instanceof Outcome.Scored scored) {
            results.add(ResultMapper.scored(reading, scored.modelVersion(), scored.result()));
            scored.episode()
                    .map(change -> ResultMapper.episode(reading, scored.modelVersion(), change))
                    .ifPresent(episodes::add);
        } else if (outcome instanceof Outcome.Waiting) {
            results.add(ResultMapper.waiting(reading));
        } else {
            refused++;
        }
    }
}
