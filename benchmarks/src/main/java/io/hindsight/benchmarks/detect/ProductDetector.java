package io.hindsight.benchmarks.detect;

import io.hindsight.model.bundle.ShippedNet;
import io.hindsight.model.score.Detector;
import io.hindsight.model.score.Judgement;
import java.io.IOException;

/** The product's own detector, with what it knows of sensors of any kind. */
final class ProductDetector implements StoredDetector {
    static final double ALARMS_A_MONTH = 1;

    /** From here on {@link Say#SCALE} is an alarm's, by what the scale is. */
    static final double SCALE_OF_ALARM = 0.5;

    private final Detector detector;
    private final Judgement judgement;
    private final Say say;
    private long last = Long.MIN_VALUE;

    /** Which of its words is the score. */
    enum Say {
        /** Prominence beside the threshold in force, 0 to 1. */
        SCALE,
        /** Prominence alone, whatever the threshold. */
        PROMINENCE,
        /** 1 where it raises an alarm. */
        ALARM
    }

    ProductDetector(int channels, Say say) {
        detector = new Detector(channels, ALARMS_A_MONTH, ShippedNet.newBeside());
        judgement = detector.newJudgement();
        this.say = say;
    }

    /** A row whose time is not after the one before it is taken a millisecond after that. */
    @Override
    public double score(long epochMillis, double[] values) {
        last = last == Long.MIN_VALUE ? epochMillis : Math.max(epochMillis, last + 1);
        detector.judge(last, values, judgement);
        boolean warm = judgement.warming == 0;
        return switch (say) {
            case SCALE -> judgement.alarmScale();
            case PROMINENCE -> warm ? judgement.prominence : 0;
            case ALARM -> judgement.alarm ? 1 : 0;
        };
    }

    @Override
    public int storedBytes() throws IOException {
        return detector.stateBytes();
    }
}
