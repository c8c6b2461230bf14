package io.hindsight.benchmarks;

import io.hindsight.job.decode.Received;
import io.hindsight.job.results.ResultMapper;
import io.hindsight.job.step.Notice;
import io.hindsight.model.sensor.StepResult;
import io.hindsight.model.timeline.Answer;
import io.hindsight.schemas.Reading;
import io.hindsight.schemas.Result;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/** Stands where the keyed step stands, keeps nothing, and says of a reading what it observed. */
final class IdentityFunction
        extends KeyedBroadcastProcessFunction<Tuple2<String, String>, Received, Notice, Result> {
    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(Received received, ReadOnlyContext context, Collector<Result> out) {
        Reading reading = received.reading();
        StepResult observed = StepResult.ofObserved(reading.eventTimeMillis(), reading.values());
        Answer answer = new Answer(Answer.Status.WAITING, 0, observed);
        out.collect(ResultMapper.result(reading.group(), reading.sensor(), answer, 0, 0));
    }

    @Override
    public void processBroadcastElement(Notice notice, Context context, Collector<Result> out) {}
}
