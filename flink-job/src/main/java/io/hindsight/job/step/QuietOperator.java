package io.hindsight.job.step;

import io.hindsight.job.decode.Received;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Notices when all readings stand still, by the clock, since event time then stands still too, and
 * says what time it would be. It sees watermarks alone and runs once in a job, so that all sensors
 * hear the same.
 */
public final class QuietOperator extends AbstractStreamOperator<Notice>
        implements OneInputStreamOperator<Received, Notice> {
    private static final long serialVersionUID = 1L;
    private static final int CHECKS = 4;

    private final long patienceMillis;

    private transient long watermarkMillis;
    private transient long movedAtMillis;
    private transient ScheduledFuture<?> next;

    /**
     * @param patience how long event time must stand still
     */
    public QuietOperator(Duration patience) {
        this.patienceMillis = patience.toMillis();
    }

    @Override
    public void open() throws Exception {
        super.open();
        watermarkMillis = Long.MIN_VALUE;
        schedule();
    }

    private void schedule() {
        long now = getProcessingTimeService().getCurrentProcessingTime();
        long every = Math.max(1, patienceMillis / CHECKS);
        next = getProcessingTimeService().registerTimer(now + every, this::check);
    }

    private void check(long nowMillis) {
        boolean moving = watermarkMillis == Long.MIN_VALUE || watermarkMillis == Long.MAX_VALUE;
        if (!moving && nowMillis - movedAtMillis >= patienceMillis) {
            output.collect(
                    new StreamRecord<>(
                            new Notice.Quiet(
                                    watermarkMillis, watermarkMillis + nowMillis - movedAtMillis)));
        }
        schedule();
    }

    @Override
    public void finish() throws Exception {
        next.cancel(false);
        super.finish();
    }

    /** None comes: the readings are here for their watermarks. */
    @Override
    public void processElement(StreamRecord<Received> element) {
        throw new IllegalStateException("readings must not come here: " + element);
    }

    @Override
    public void processWatermark(Watermark watermark) throws Exception {
        watermarkMillis = watermark.getTimestamp();
        movedAtMillis = getProcessingTimeService().getCurrentProcessingTime();
        super.processWatermark(watermark);
    }
}
