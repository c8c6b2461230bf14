package io.hindsight.it;

import io.hindsight.console.replay.Replay;
import io.hindsight.console.replay.ReplayedRow;
import io.hindsight.console.replay.RowQueue;
import io.hindsight.job.results.ResultMapper;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.episode.EpisodeTracker;
import io.hindsight.model.sensor.Models;
import io.hindsight.model.sensor.Outcome;
import io.hindsight.schemas.Reading;
import io.hindsight.schemas.Result;
import io.hindsight.trainer.data.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code replay} makes of the same rows: the results that the job must give. */
final class Expected {
    private Expected() {}

    static Map<Slot, Result> of(List<Row> rows, Bundle bundle) {
        return of(rows, Models.of(bundle));
    }

    static Map<Slot, Result> of(List<Row> rows, Models models) {
        Replay replay = new Replay(models, new EpisodeTracker(Float.MAX_VALUE, 1));
        Map<Slot, Result> results = new LinkedHashMap<>();
        for (Row row : rows) {
            if (replay.accept(row) instanceof Outcome.Scored scored) {
                Reading reading =
                        new Reading(
                                row.sensor(), JobUnderTest.GROUP, row.timeMillis(), row.values());
                results.put(
                        new Slot(row.sensor(), row.timeMillis()),
                        ResultMapper.scored(reading, scored.modelVersion(), scored.result()));
            }
        }
        return results;
    }

    /** The rows as {@code replay} writes them, revisions and all. */
    static List<ReplayedRow> replayed(List<Row> rows, Bundle bundle) {
        Replay replay = new Replay(Models.of(bundle), new EpisodeTracker(Float.MAX_VALUE, 1));
        List<ReplayedRow> replayed = new ArrayList<>();
        RowQueue queue = new RowQueue(bundle.spec().channelCount(), replayed::add);
        for (Row row : rows) {
            queue.accept(row, replay.accept(row), replay.earliestOpenMillis(row.sensor()));
        }
        queue.finish();
        return replayed;
    }

    /** A sensor's moment: what a result is found by. */
    record Slot(String sensor, long eventTimeMillis) {
        static Slot of(Result result) {
            return new Slot(result.sensor(), result.eventTimeMillis());
        }
    }
}
