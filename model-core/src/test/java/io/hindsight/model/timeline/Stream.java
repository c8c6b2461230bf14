package io.hindsight.model.timeline;

import io.hindsight.model.sensor.AlarmRules;
import io.hindsight.model.sensor.GivenContext;
import io.hindsight.model.sensor.Models;
import io.hindsight.model.sensor.PastInput;
import io.hindsight.model.sensor.Sensor;
import io.hindsight.model.sensor.SensorState;
import io.hindsight.model.sensor.WithoutModel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One sensor's timeline and what it needs, driven as a job drives it: readings come in any order,
 * the watermark trails the latest of them.
 */
final class Stream {
    static final int SILENT_SLOTS = 3;
    static final String SENSOR = "a";

    /** So many that alarms open and close episodes everywhere in a stream of three weeks. */
    private static final double ALARMS_PER_MONTH = 100;

    private static final AlarmRules RULES =
            new AlarmRules(ALARMS_PER_MONTH, 3, Duration.ofDays(1), SILENT_SLOTS);

    final SensorLife life = new SensorLife();
    private final HeapNumbered<Entry> readings = new HeapNumbered<>();
    private final HeapNumbered<Entry> misses = new HeapNumbered<>();
    private final HeapNumbered<KeptAnswer> kept = new HeapNumbered<>();
    private final HeapNumbered<SensorState> snapshots = new HeapNumbered<>();
    private final SensorStore store = new SensorStore(readings, misses, kept, snapshots);
    final Best best = new Best();
    Models models;
    long watermark = Long.MIN_VALUE;
    int duplicates;
    int refused;
    int repaired;

    private final Timeline timeline;
    private final TreeMap<Long, double[]> waiting = new TreeMap<>();

    Stream(Models models, Limits limits) {
        this(models, limits, WithoutModel.WAIT);
    }

    Stream(Models models, Limits limits, WithoutModel withoutModel) {
        this.models = models;
        this.timeline = new Timeline(new Sensor(RULES, withoutModel), limits);
    }

    /** A reading arrives and is taken at once. */
    Acceptance accept(long time, double... values) {
        return count(timeline.accept(visit(watermark), time, values));
    }

    /** A reading arrives and waits for the watermark, unless that has passed it. */
    void await(long time, double... values) {
        if (time <= watermark) {
            accept(time, values);
        } else if (waiting.putIfAbsent(time, values) != null) {
            duplicates++;
        }
    }

    /** Event time moves on. */
    void advance(long to) {
        while (true) {
            long reading = waiting.isEmpty() ? Long.MAX_VALUE : waiting.firstKey();
            long wake = life.state.readings() == 0 ? Long.MAX_VALUE : wakeMillis();
            long next = Math.min(reading, wake);
            if (next > to) {
                break;
            }
            if (reading == next) {
                count(timeline.accept(visit(next - 1), next, waiting.remove(next)));
            } else {
                timeline.fill(visit(next));
            }
        }
        watermark = to;
    }

    void guess(long now) {
        timeline.guesses().say(visit(watermark), now);
    }

    /** Entries of all parts of what is kept beside the life. */
    int kept() {
        return readings.size() + misses.size() + kept.size() + snapshots.size();
    }

    long wakeMillis() {
        return timeline.wakeMillis(visit(watermark));
    }

    private Acceptance count(Acceptance acceptance) {
        duplicates += acceptance instanceof Acceptance.Duplicate ? 1 : 0;
        refused += acceptance instanceof Acceptance.Refused ? 1 : 0;
        repaired += acceptance instanceof Acceptance.Repaired ? 1 : 0;
        return acceptance;
    }

    private Visit visit(long now) {
        return new Visit(
                life,
                store,
                new ModelsInRole(models, ModelsInRole.Role.ACTIVE).in(GivenContext.NONE, SENSOR),
                now,
                best);
    }

    /** What readings in perfect order give. */
    static Stream inOrder(Models models, List<PastInput> readings, long until) {
        return inOrder(models, WithoutModel.WAIT, readings, until);
    }

    static Stream inOrder(
            Models models, WithoutModel withoutModel, List<PastInput> readings, long until) {
        Stream stream = new Stream(models, Limits.IN_ORDER, withoutModel);
        Map<Long, double[]> sorted = new TreeMap<>();
        readings.forEach(r -> sorted.putIfAbsent(r.eventTimeMillis(), r.values()));
        sorted.forEach(
                (time, values) -> {
                    stream.advance(time - 1);
                    stream.await(time, values);
                    stream.advance(time);
                });
        stream.advance(until);
        return stream;
    }
}
