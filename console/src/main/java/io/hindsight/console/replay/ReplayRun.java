package io.hindsight.console.replay;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.episode.EpisodeChange;
import io.hindsight.model.sensor.AlarmRules;
import io.hindsight.model.sensor.GivenContext;
import io.hindsight.model.sensor.Models;
import io.hindsight.model.suppress.Suppressions;
import io.hindsight.model.timeline.Acceptance;
import io.hindsight.model.timeline.AlarmTally;
import io.hindsight.model.timeline.Answer;
import io.hindsight.trainer.data.Row;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A whole recording through a bundle, a row out for each slot of each sensor. */
public final class ReplayRun {
    private final Optional<RecordedContext> context;
    private final Replay replay;
    private final RowQueue queue;
    private final Map<String, SensorEpisode> surprises = new TreeMap<>();

    /** The row that is being taken, with all columns. */
    private Row here;

    private final AlarmTally alarms = new AlarmTally();
    private long rows;
    private long unused;
    private long missing;

    /**
     * @param context of the recording, if the bundle takes one and the rows have none
     */
    public ReplayRun(Bundle bundle, Optional<RecordedContext> context, Consumer<ReplayedRow> out) {
        this(bundle, Suppressions.NONE, context, out);
    }

    /**
     * @param suppressions what is ignored of the sensors
     * @param context of the recording, if the bundle takes one and the rows have none
     */
    public ReplayRun(
            Bundle bundle,
            Suppressions suppressions,
            Optional<RecordedContext> context,
            Consumer<ReplayedRow> out) {
        this.context = context;
        GivenContext given =
                context.<GivenContext>map(RecordedContext::given).orElse(GivenContext.NONE);
        this.replay =
                new Replay(
                        Models.of(bundle).with(suppressions),
                        AlarmRules.STANDARD,
                        given,
                        new Ear());
        this.queue = new RowQueue(bundle.spec().channelCount(), out);
    }

    /** Takes the next row. */
    public void accept(Row row) {
        here = context.map(known -> known.widened(row)).orElse(row);
        rows++;
        Acceptance acceptance = replay.accept(row);
        if (!(acceptance instanceof Acceptance.Taken)) {
            unused++;
            queue.add(
                    new ReplayedRow(
                            row.sensor(), row.timeMillis(), here.values(), Optional.empty()));
        }
        queue.settle(row.sensor(), replay.earliestOpenMillis(row.sensor()));
    }

    private final class Ear implements Replay.Listener {
        @Override
        public void say(String sensor, Answer answer, int revision) {
            hear(sensor, answer, revision);
        }

        @Override
        public void change(String sensor, EpisodeChange change) {
            if (change.episode().isSurprise()) {
                surprises.put(
                        sensor + "@" + change.episode().startMillis(),
                        new SensorEpisode(sensor, change));
            }
        }
    }

    /** The most severe episodes, the worst first. */
    public List<SensorEpisode> worst(int most) {
        return surprises.values().stream()
                .sorted(Comparator.comparingDouble(one -> -one.score()))
                .limit(most)
                .toList();
    }

    /** Episodes of readings that surprise. */
    public int episodes() {
        return surprises.size();
    }

    private void hear(String sensor, Answer answer, int revision) {
        if (revision > 0) {
            queue.revise(sensor, answer);
            return;
        }
        alarms.add(answer, revision);
        long time = answer.eventTimeMillis();
        boolean isReading =
                answer.status() == Answer.Status.SCORED || answer.status() == Answer.Status.WAITING;
        missing += isReading ? 0 : 1;
        double[] values =
                isReading
                        ? here.values()
                        : context.map(known -> known.missed(time))
                                .orElseGet(() -> answer.result().observed);
        queue.add(new ReplayedRow(sensor, time, values, Optional.of(answer)));
    }

    /** Nothing comes after the last row. */
    public void finish() {
        queue.finish();
    }

    public long rows() {
        return rows;
    }

    /** Rows that are not after their sensor's last one. */
    public long unused() {
        return unused;
    }

    /** Slots without a row. */
    public long missing() {
        return missing;
    }

    /** What the sensors have raised. */
    public AlarmTally alarms() {
        return alarms;
    }

    /** Rows that had to leave before they were revised. */
    public long lateRevisions() {
        return queue.lateRevisions();
    }
}
