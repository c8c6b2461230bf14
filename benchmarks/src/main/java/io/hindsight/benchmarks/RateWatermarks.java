package io.hindsight.benchmarks;

import io.hindsight.job.decode.Received;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/**
 * The job's watermark, but said with the reading that moves it, not by the clock: a fast source
 * would be many slots further by then, and nothing late.
 */
final class RateWatermarks implements WatermarkGenerator<Received> {
    private static final Duration OUT_OF_ORDERNESS = Duration.ofMinutes(1);

    private long latestMillis = Long.MIN_VALUE;

    @Override
    public void onEvent(Received received, long eventTimeMillis, WatermarkOutput output) {
        if (eventTimeMillis > latestMillis) {
            latestMillis = eventTimeMillis;
            output.emitWatermark(new Watermark(latestMillis - OUT_OF_ORDERNESS.toMillis() - 1));
        }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {}
}
