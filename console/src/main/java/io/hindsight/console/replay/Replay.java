package io.hindsight.console.replay;

import io.hindsight.model.episode.EpisodeChange;
import io.hindsight.model.sensor.AlarmRules;
import io.hindsight.model.sensor.GivenContext;
import io.hindsight.model.sensor.Models;
import io.hindsight.model.sensor.Sensor;
import io.hindsight.model.timeline.Acceptance;
import io.hindsight.model.timeline.Answer;
import io.hindsight.model.timeline.Limits;
import io.hindsight.model.timeline.ModelsInRole;
import io.hindsight.model.timeline.SensorLife;
import io.hindsight.model.timeline.SensorStore;
import io.hindsight.model.timeline.Surroundings;
import io.hindsight.model.timeline.Timeline;
import io.hindsight.model.timeline.Visit;
import io.hindsight.model.timeline.Voice;
import io.hindsight.trainer.data.Row;
import java.util.HashMap;
import java.util.Map;

/**
 * All sensors of a group, each with its timeline in memory, taking one row after the other: the
 * very same as in the job, of readings in order.
 */
public final class Replay {
    private final ModelsInRole models;
    private final GivenContext context;
    private final Timeline timeline;
    private final Listener listener;
    private final Map<String, Kept> sensors = new HashMap<>();

    /** Who hears what is said of a sensor's slots. */
    @FunctionalInterface
    public interface Listener {
        /**
         * @param revision 0 for what is said at once, more for what corrects it
         */
        void say(String sensor, Answer answer, int revision);

        /** An episode has opened or changed. */
        default void change(String sensor, EpisodeChange change) {}
    }

    /**
     * @param context of the sensors' group
     */
    public Replay(Models models, AlarmRules alarms, GivenContext context, Listener listener) {
        this.models = new ModelsInRole(models, ModelsInRole.Role.ACTIVE);
        this.context = context;
        this.timeline = new Timeline(new Sensor(alarms), Limits.IN_ORDER);
        this.listener = listener;
    }

    /** Takes a row; what it makes known is told before this returns. */
    public Acceptance accept(Row row) {
        Kept kept = sensors.computeIfAbsent(row.sensor(), Kept::new);
        return timeline.accept(visit(kept, Long.MIN_VALUE), row.timeMillis(), row.values());
    }

    /** Tells what is due of all sensors by a moment and has no row. */
    public void finish(long eventTimeMillis) {
        sensors.values().forEach(kept -> timeline.fill(visit(kept, eventTimeMillis)));
    }

    /**
     * Event time of the earliest slot of a sensor that may still be revised; the largest if there
     * is none.
     */
    public long earliestOpenMillis(String sensor) {
        Kept kept = sensors.get(sensor);
        return kept == null
                ? Long.MAX_VALUE
                : timeline.earliestOpenMillis(visit(kept, Long.MIN_VALUE));
    }

    private Visit visit(Kept kept, long watermark) {
        return new Visit(kept.life, kept.store, kept.surroundings, watermark, kept);
    }

    private final class Kept implements Voice {
        final String sensor;
        final SensorLife life = new SensorLife();
        final SensorStore store = SensorStore.onHeap();
        final Surroundings surroundings;

        Kept(String sensor) {
            this.sensor = sensor;
            this.surroundings = models.in(context, sensor);
        }

        @Override
        public void say(Answer answer, int revision, long waitedMillis) {
            listener.say(sensor, answer, revision);
        }

        @Override
        public void change(EpisodeChange change, long modelVersion) {
            listener.change(sensor, change);
        }

        @Override
        public void unusable(long eventTimeMillis, double[] values, Acceptance.Refused refused) {
            throw new IllegalStateException("a replay repairs nothing");
        }
    }
}
