package io.hindsight.job.models;

import io.hindsight.job.decode.RawRecord;
import io.hindsight.job.decode.Received;
import io.hindsight.job.fixtures.Records;
import io.hindsight.job.state.JobTypes;
import io.hindsight.job.state.SideOutputs;
import io.hindsight.schemas.DeadLetter;
import io.hindsight.schemas.ModelRecord;
import io.hindsight.schemas.ModelTimes;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** The one who decides, as a job runs it; what comes out is told in words, in its order. */
final class Desk implements AutoCloseable {
    static final byte[] KEY = {1, 2};
    static final long OFFSET = 17;

    private final TwoInputStreamOperatorTestHarness<RawRecord, Received, ModelRecord> harness;

    Desk(Set<String> groups, List<PublicKey> trusted, OperatorSubtaskState restored)
            throws Exception {
        harness =
                new TwoInputStreamOperatorTestHarness<>(
                        new DecideOperator(groups, trusted, false), 1, 1, 0);
        harness.setup(JobTypes.MODEL_RECORD.createSerializer(null));
        if (restored != null) {
            harness.initializeState(restored);
        }
        harness.open();
    }

    static Desk open() throws Exception {
        return new Desk(Set.of(), List.of(), null);
    }

    /** A job that goes on from another one's checkpoint. */
    static Desk restored(OperatorSubtaskState checkpoint) throws Exception {
        return new Desk(Set.of(), List.of(), checkpoint);
    }

    OperatorSubtaskState checkpoint() throws Exception {
        return harness.snapshot(1, 1);
    }

    void feed(ModelRecord... records) throws Exception {
        for (ModelRecord record : records) {
            feed(record.encode());
        }
    }

    void feed(byte[] value) throws Exception {
        RawRecord record = RawRecord.of(Records.of(OFFSET, 1_000, KEY, value));
        harness.processElement1(new StreamRecord<>(record, 1_000));
    }

    /** All that stood on the models topic has been read. */
    void topicIsQuiet() throws Exception {
        harness.processWatermarkStatus1(WatermarkStatus.IDLE);
    }

    void topicIsBusy() throws Exception {
        harness.processWatermarkStatus1(WatermarkStatus.ACTIVE);
    }

    void readingsAreQuiet() throws Exception {
        harness.processWatermarkStatus2(WatermarkStatus.IDLE);
    }

    void readingsAt(long eventTimeMillis) throws Exception {
        harness.processWatermark2(new Watermark(eventTimeMillis));
    }

    void clockAt(long millis) throws Exception {
        harness.setProcessingTime(millis);
    }

    int timers() {
        return harness.getProcessingTimeService().getNumActiveTimers();
    }

    /** What came out since it was last asked. */
    List<String> said() {
        List<String> words = new ArrayList<>();
        for (Object each : harness.getOutput()) {
            if (each instanceof Watermark watermark) {
                words.add("event time " + watermark.getTimestamp());
            } else if (each instanceof StreamRecord<?> record) {
                words.add(word((ModelRecord) record.getValue()));
            } else {
                words.add(each.toString());
            }
        }
        harness.getOutput().clear();
        return words;
    }

    private static String word(ModelRecord record) {
        if (!(record instanceof ModelTimes times)) {
            return record.key();
        }
        String suppressed = word(times.suppressions());
        return times.group()
                + " decided"
                + word(times.times())
                + (suppressed.isEmpty() ? "" : " suppression" + suppressed);
    }

    private static String word(List<ModelTimes.Time> times) {
        StringBuilder word = new StringBuilder();
        for (ModelTimes.Time time : times) {
            word.append(' ').append(time.number()).append('@').append(name(time.fromMillis()));
        }
        return word.toString();
    }

    private static String name(long fromMillis) {
        return fromMillis == ModelTimes.Time.FROM_THE_BEGINNING
                ? "beginning"
                : fromMillis == ModelTimes.Time.NEVER ? "never" : Long.toString(fromMillis);
    }

    /** What goes back to the models topic. */
    List<String> written() {
        return side(SideOutputs.MODEL_TIMES).stream().map(Desk::word).toList();
    }

    List<DeadLetter> deadLetters() {
        return side(SideOutputs.DEAD_LETTERS);
    }

    private <T> List<T> side(OutputTag<T> tag) {
        List<T> values = new ArrayList<>();
        Queue<StreamRecord<T>> queue = harness.getSideOutput(tag);
        while (queue != null && !queue.isEmpty()) {
            values.add(queue.remove().getValue());
        }
        return values;
    }

    @Override
    public void close() {
        try {
            harness.close();
        } catch (Exception e) {
            throw new IllegalStateException("closing the operator", e);
        }
    }
}
