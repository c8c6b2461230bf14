package io.hindsight.it;

import io.hindsight.console.publish.GroupRecords;
import io.hindsight.console.replay.Replay;
import io.hindsight.console.replay.ReplayRun;
import io.hindsight.console.replay.ReplayedRow;
import io.hindsight.job.models.GroupModels;
import io.hindsight.job.results.ResultMapper;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.sensor.AlarmRules;
import io.hindsight.model.sensor.GivenContext;
import io.hindsight.model.sensor.Models;
import io.hindsight.schemas.ChannelResult;
import io.hindsight.schemas.Result;
import io.hindsight.trainer.data.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code replay} makes of the same rows: the results that the job must give, of each slot the
 * best.
 */
final class Expected {
    private Expected() {}

    static Map<Slot, Result> of(List<Row> rows, Bundle bundle) {
        return of(rows, Models.of(bundle));
    }

    static Map<Slot, Result> of(List<Row> rows, Models models) {
        long last = rows.stream().mapToLong(Row::timeMillis).max().orElse(Long.MIN_VALUE);
        return of(rows, models, GivenContext.NONE, last);
    }

    /**
     * @param rows in the order of time
     * @param untilMillis event time by which readings that were due count as missing
     */
    static Map<Slot, Result> of(
            List<Row> rows, Models models, GivenContext context, long untilMillis) {
        Map<Slot, Result> results = new LinkedHashMap<>();
        Replay replay =
                new Replay(
                        models,
                        AlarmRules.STANDARD,
                        context,
                        (sensor, answer, revision) -> {
                            Result result =
                                    ResultMapper.result(
                                            JobUnderTest.GROUP, sensor, answer, revision, 0);
                            results.put(Slot.of(result), result);
                        });
        rows.forEach(replay::accept);
        replay.finish(untilMillis);
        return results;
    }

    /** What the models topic says of the group, as a step of the job takes it. */
    static Models models(GroupRecords records) {
        GroupModels models = new GroupModels();
        records.releases().values().forEach(models::put);
        records.schedule().ifPresent(models::put);
        records.suppression().ifPresent(models::put);
        records.times().ifPresent(models::put);
        return models.of(records.group());
    }

    /** The rows as {@code replay} writes them, revisions and all. */
    static List<ReplayedRow> replayed(List<Row> rows, Bundle bundle) {
        List<ReplayedRow> replayed = new ArrayList<>();
        ReplayRun run = new ReplayRun(bundle, Optional.empty(), replayed::add);
        rows.forEach(run::accept);
        run.finish();
        return replayed;
    }

    /** Of each slot the result with the highest revision; none of those that were withdrawn. */
    static Map<Slot, Result> best(Collection<Result> results) {
        Map<Slot, Result> best = new LinkedHashMap<>();
        for (Result result : results) {
            best.merge(Slot.of(result), result, (a, b) -> a.revision() >= b.revision() ? a : b);
        }
        best.values().removeIf(result -> result.status().equals(Result.WITHDRAWN));
        return best;
    }

    /** A result without what tells how it came about: its revision and how long that took. */
    static Result said(Result result) {
        return new Result(
                result.sensor(),
                result.group(),
                result.eventTimeMillis(),
                0,
                0,
                result.status(),
                result.modelVersion(),
                result.score(),
                result.warming(),
                result.suppressed(),
                result.channels());
    }

    /** The same without what a sensor's own past makes of it, which an old savepoint lacks. */
    static Result stepped(Result result) {
        return new Result(
                result.sensor(),
                result.group(),
                result.eventTimeMillis(),
                0,
                0,
                result.status(),
                result.modelVersion(),
                Float.NaN,
                result.channels().stream()
                        .map(
                                c ->
                                        new ChannelResult(
                                                c.observed(),
                                                c.expected(),
                                                c.spread(),
                                                c.imputed(),
                                                c.score()))
                        .toList());
    }

    /** A sensor's moment: what a result is found by. */
    record Slot(String sensor, long eventTimeMillis) {
        static Slot of(Result result) {
            return new Slot(result.sensor(), result.eventTimeMillis());
        }
    }
}
