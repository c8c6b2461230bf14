package io.hindsight.job.step;

import io.hindsight.job.results.ResultMapper;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.BundleCodec;
import io.hindsight.model.bundle.BundleException;
import io.hindsight.model.episode.EpisodeChange;
import io.hindsight.model.sensor.GivenContext;
import io.hindsight.model.sensor.Model;
import io.hindsight.model.sensor.Models;
import io.hindsight.model.sensor.Order;
import io.hindsight.model.sensor.Sensor;
import io.hindsight.model.sensor.WithoutModel;
import io.hindsight.model.suppress.Suppressions;
import io.hindsight.model.timeline.Acceptance;
import io.hindsight.model.timeline.Answer;
import io.hindsight.model.timeline.Limits;
import io.hindsight.model.timeline.ModelsInRole;
import io.hindsight.model.timeline.SensorLife;
import io.hindsight.model.timeline.SensorStore;
import io.hindsight.model.timeline.Timeline;
import io.hindsight.model.timeline.Visit;
import io.hindsight.model.timeline.Voice;
import io.hindsight.schemas.Episode;
import io.hindsight.schemas.ModelRelease;
import io.hindsight.schemas.Reading;
import io.hindsight.schemas.Result;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the job must say of readings of one group in perfect order: model-core called directly,
 * without Flink.
 */
final class DirectRun {
    final List<Result> results = new ArrayList<>();
    final List<Episode> episodes = new ArrayList<>();

    private final Timeline timeline;
    private final Map<String, Kept> sensors = new HashMap<>();
    private Models models = Models.none();

    DirectRun() {
        this(WithoutModel.WAIT);
    }

    DirectRun(WithoutModel withoutModel) {
        timeline = new Timeline(new Sensor(StepHarness.ALARMS, withoutModel), Limits.IN_ORDER);
    }

    void activate(ModelRelease release) throws BundleException {
        activate(release, Order.FROM_THE_BEGINNING);
    }

    void activate(ModelRelease release, long fromMillis) throws BundleException {
        Bundle bundle = BundleCodec.read(release.bundle());
        models = models.then(fromMillis, new Model(release.version(), bundle));
    }

    void suppress(Suppressions suppressions) {
        models = models.with(suppressions);
    }

    void readAll(List<Reading> readings) {
        readings.forEach(this::read);
    }

    void read(Reading reading) {
        Kept kept =
                sensors.computeIfAbsent(reading.sensor(), name -> new Kept(reading.group(), name));
        timeline.accept(visit(kept, Long.MIN_VALUE), reading.eventTimeMillis(), reading.values());
    }

    /** Says what is due by a moment and has not come. */
    void fill(long eventTimeMillis) {
        sensors.values().forEach(kept -> timeline.fill(visit(kept, eventTimeMillis)));
    }

    private Visit visit(Kept kept, long watermark) {
        return new Visit(
                kept.life,
                kept.store,
                new ModelsInRole(models, ModelsInRole.Role.ACTIVE)
                        .in(GivenContext.NONE, kept.sensor),
                watermark,
                kept);
    }

    private final class Kept implements Voice {
        final SensorLife life = new SensorLife();
        final SensorStore store = SensorStore.onHeap();
        final String group;
        final String sensor;

        Kept(String group, String sensor) {
            this.group = group;
            this.sensor = sensor;
        }

        @Override
        public void say(Answer answer, int revision, long waitedMillis) {
            results.add(ResultMapper.result(group, sensor, answer, revision, waitedMillis));
        }

        @Override
        public void change(EpisodeChange change, long modelVersion) {
            episodes.add(ResultMapper.episode(group, sensor, modelVersion, change));
        }

        @Override
        public void unusable(long eventTimeMillis, double[] values, Acceptance.Refused refused) {
            throw new AssertionError(refused);
        }
    }
}
