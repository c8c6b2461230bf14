package io.hindsight.job.step;

import io.hindsight.job.decode.RawRecord;
import io.hindsight.job.results.ResultMapper;
import io.hindsight.job.state.SideOutputs;
import io.hindsight.model.episode.EpisodeChange;
import io.hindsight.model.timeline.Acceptance;
import io.hindsight.model.timeline.Answer;
import io.hindsight.model.timeline.Voice;
import io.hindsight.schemas.DeadLetter.Fault;
import io.hindsight.schemas.Reading;
import io.hindsight.schemas.Result;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Sends what a sensor's timeline has to say on its way to the topics. */
final class Speaker implements Voice {
    private final String group;
    private final String sensor;
    private final Outputs outputs;
    private final Collector<Result> results;
    private final StepMetrics metrics;

    /** Where side outputs go. */
    @FunctionalInterface
    interface Outputs {
        <T> void output(OutputTag<T> tag, T value);
    }

    /**
     * @param owner group and sensor
     */
    Speaker(
            Tuple2<String, String> owner,
            Outputs outputs,
            Collector<Result> results,
            StepMetrics metrics) {
        this.group = owner.f0;
        this.sensor = owner.f1;
        this.outputs = outputs;
        this.results = results;
        this.metrics = metrics;
    }

    @Override
    public void say(Answer answer, int revision, long waitedMillis) {
        metrics.said(group, answer, revision);
        results.collect(ResultMapper.result(group, sensor, answer, revision, waitedMillis));
    }

    @Override
    public void change(EpisodeChange change, long modelVersion) {
        metrics.changed(change);
        outputs.output(
                SideOutputs.EPISODES, ResultMapper.episode(group, sensor, modelVersion, change));
    }

    /** Its bytes are gone, so that it is written anew. */
    @Override
    public void unusable(long eventTimeMillis, double[] values, Acceptance.Refused refused) {
        Reading reading = new Reading(sensor, group, eventTimeMillis, values);
        refuse(RawRecord.rewritten(reading), refused);
    }

    void refuse(RawRecord record, Acceptance.Refused refused) {
        metrics.refused(refused.reason());
        Fault fault =
                new Fault(
                        refused.reason().word(), refused.field(), refused.rule(), refused.found());
        outputs.output(SideOutputs.DEAD_LETTERS, record.asDeadLetter(fault));
    }

    /** One whose results go to the shadow's topic; it raises no alarm and refuses nothing. */
    static Voice ofShadow(Tuple2<String, String> owner, Outputs outputs) {
        return new Voice() {
            @Override
            public void say(Answer answer, int revision, long waitedMillis) {
                outputs.output(
                        SideOutputs.SHADOW_RESULTS,
                        ResultMapper.result(owner.f0, owner.f1, answer, revision, waitedMillis));
            }

            @Override
            public void change(EpisodeChange change, long modelVersion) {}

            @Override
            public void unusable(
                    long eventTimeMillis, double[] values, Acceptance.Refused refused) {}
        };
    }
}
