package io.hindsight.console.state;

import io.hindsight.job.decode.ReceivedListCodec;
import io.hindsight.job.state.JobTypes;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.episode.EpisodeChange;
import io.hindsight.model.sensor.AlarmRules;
import io.hindsight.model.sensor.GivenContext;
import io.hindsight.model.sensor.Models;
import io.hindsight.model.sensor.Sensor;
import io.hindsight.model.sensor.SensorState;
import io.hindsight.model.sensor.SensorStateBytes;
import io.hindsight.model.timeline.Acceptance;
import io.hindsight.model.timeline.Answer;
import io.hindsight.model.timeline.Entry;
import io.hindsight.model.timeline.KeptAnswer;
import io.hindsight.model.timeline.Limits;
import io.hindsight.model.timeline.ModelsInRole;
import io.hindsight.model.timeline.SensorLife;
import io.hindsight.model.timeline.SensorStore;
import io.hindsight.model.timeline.Surroundings;
import io.hindsight.model.timeline.Timeline;
import io.hindsight.model.timeline.Visit;
import io.hindsight.model.timeline.Voice;
import io.hindsight.trainer.data.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * All sensors of a recording with what the job would keep of them, looked at whenever another
 * hundred slots of a sensor have gone by, and once at the end.
 */
public final class Census {
    /** Slots of a sensor from one look to the next. */
    public static final int EVERY_SLOTS = 100;

    private final Surroundings surroundings;
    private final Timeline timeline;
    private final Map<String, Counted> sensors = new HashMap<>();
    private final Map<Part, Figures> figures = new EnumMap<>(Part.class);
    private final Figures all = new Figures();
    private int samples;

    public Census(Bundle bundle, GivenContext context, Limits limits) {
        this.surroundings =
                new ModelsInRole(Models.of(bundle), ModelsInRole.Role.ACTIVE).in(context);
        this.timeline = new Timeline(new Sensor(AlarmRules.STANDARD), limits);
        for (Part part : Part.values()) {
            figures.put(part, new Figures());
        }
    }

    /** Takes a row when the watermark comes to it, as the job does. */
    public void accept(Row row) {
        Counted sensor = sensors.computeIfAbsent(row.sensor(), name -> new Counted());
        sensor.watermark = Math.max(sensor.watermark, row.timeMillis() - 1);
        timeline.accept(sensor.visit(), row.timeMillis(), row.values());
        sensor.lastRow = row;
        if (sensor.slots() >= sensor.lookAt) {
            look(sensor);
        }
    }

    /** Nothing comes after the last row. */
    public void finish() {
        for (Counted sensor : sensors.values()) {
            if (sensor.slots() > sensor.lookAt - EVERY_SLOTS) {
                look(sensor);
            }
        }
    }

    private void look(Counted sensor) {
        sensor.lookAt = sensor.slots() + EVERY_SLOTS;
        Map<Part, Kept> parts = sensor.parts();
        Kept sum = Kept.NOTHING;
        for (Map.Entry<Part, Kept> part : parts.entrySet()) {
            figures.get(part.getKey()).add(part.getValue());
            sum = part.getKey().isWithinAnother() ? sum : sum.plus(part.getValue());
        }
        all.add(sum);
        samples++;
    }

    public Figures figures(Part part) {
        return figures.get(part);
    }

    /** Of all parts together. */
    public Figures inAll() {
        return all;
    }

    public int sensors() {
        return sensors.size();
    }

    public int samples() {
        return samples;
    }

    private final class Counted implements Voice {
        final SensorLife life = new SensorLife();
        final MeasuredNumbered<Entry> readings =
                new MeasuredNumbered<>(new JobTypes.JournalEntryCodec());
        final MeasuredNumbered<Entry> misses =
                new MeasuredNumbered<>(new JobTypes.JournalEntryCodec());
        final MeasuredNumbered<KeptAnswer> gapSlots =
                new MeasuredNumbered<>(new JobTypes.GapSlotCodec());
        final MeasuredNumbered<SensorState> snapshots =
                new MeasuredNumbered<>(new JobTypes.StateCodec());
        final SensorStore store = new SensorStore(readings, misses, gapSlots, snapshots);
        long watermark = Long.MIN_VALUE;
        long lookAt = EVERY_SLOTS;
        Row lastRow;

        Visit visit() {
            return new Visit(life, store, surroundings, watermark, this);
        }

        long slots() {
            return life.state().readings() + life.state().misses();
        }

        Map<Part, Kept> parts() {
            SensorStateBytes state = stateBytes();
            int life = JobBytes.of(new JobTypes.LifeCodec(), this.life);
            int memory = state.anchor() + state.student() + state.ownScale() + state.scores();
            Map<Part, Kept> parts = new EnumMap<>(Part.class);
            parts.put(Part.HOT_VALUE, Kept.one(life));
            parts.put(Part.ANCHOR, Kept.one(state.anchor()));
            parts.put(Part.STUDENT, Kept.one(state.student()));
            parts.put(Part.OWN_SCALE, Kept.one(state.ownScale()));
            parts.put(Part.SCORES, Kept.one(state.scores()));
            parts.put(Part.GAPS, Kept.one(state.gaps()));
            parts.put(Part.BOOKS, Kept.one(life - memory - state.gaps()));
            parts.put(Part.READINGS, readings.measured());
            parts.put(Part.MISSES, misses.measured());
            parts.put(Part.GAP_SLOTS, gapSlots.measured());
            parts.put(Part.SNAPSHOTS, snapshots.measured());
            parts.put(
                    Part.WAITING,
                    Kept.one(JobBytes.of(new ReceivedListCodec(), Waiting.of(lastRow))));
            return parts;
        }

        private SensorStateBytes stateBytes() {
            try {
                return SensorStateBytes.of(life.state());
            } catch (IOException e) {
                throw new UncheckedIOException("nothing is written to", e);
            }
        }

        @Override
        public void say(Answer answer, int revision, long waitedMillis) {}

        @Override
        public void change(EpisodeChange change, long modelVersion) {}

        @Override
        public void unusable(long eventTimeMillis, double[] values, Acceptance.Refused refused) {}
    }
}
