package io.hindsight.console.compare;

import io.hindsight.schemas.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An active version and its shadow on the readings that both of them answered. */
public final class ShadowComparison {
    /** Errors that differ by less than this share are as good as each other. */
    private static final double AS_GOOD = 0.005;

    private final long activeVersion;
    private final long shadowVersion;
    private final VersionSums active = new VersionSums();
    private final VersionSums shadow = new VersionSums();
    private final List<double[]> imputations = new ArrayList<>();
    private final float alarmScore;
    private long readings;

    ShadowComparison(long activeVersion, long shadowVersion, float alarmScore) {
        this.activeVersion = activeVersion;
        this.shadowVersion = shadowVersion;
        this.alarmScore = alarmScore;
    }

    void add(Result byActive, Result byShadow) {
        readings++;
        active.add(byActive, byShadow, alarmScore);
        shadow.add(byShadow, byActive, alarmScore);
        int count = Math.min(byActive.channels().size(), byShadow.channels().size());
        for (int d = 0; d < count; d++) {
            if (d == imputations.size()) {
                imputations.add(new double[2]);
            }
            double apart =
                    Math.abs(
                            (double) byActive.channels().get(d).imputed()
                                    - byShadow.channels().get(d).imputed());
            if (!Double.isNaN(apart)) {
                imputations.get(d)[0] += apart;
                imputations.get(d)[1]++;
            }
        }
    }

    public long activeVersion() {
        return activeVersion;
    }

    public long shadowVersion() {
        return shadowVersion;
    }

    /** Readings that both answered. */
    public long readings() {
        return readings;
    }

    public VersionSums active() {
        return active;
    }

    public VersionSums shadow() {
        return shadow;
    }

    public int channelCount() {
        return imputations.size();
    }

    /** How far apart the two imputed values of a channel are on average; NaN for none. */
    public double meanApart(int channel) {
        return imputations.get(channel)[0] / imputations.get(channel)[1];
    }

    /**
     * The shadow's mean error over the active one's, as the geometric mean over the channels: below
     * 1 the shadow predicts better. NaN where no channel can be compared.
     */
    public double errorRatio() {
        double sum = 0;
        int count = 0;
        for (int d = 0; d < channelCount(); d++) {
            double ratio =
                    shadow.channels().get(d).meanError() / active.channels().get(d).meanError();
            if (ratio > 0 && !Double.isInfinite(ratio)) {
                sum += Math.log(ratio);
                count++;
            }
        }
        return count == 0 ? Double.NaN : Math.exp(sum / count);
    }

    /** Who predicted better, in a sentence. */
    public String verdict() {
        double ratio = errorRatio();
        if (Double.isNaN(ratio)) {
            return "nothing was both observed and predicted by both, so neither is better";
        }
        if (Math.abs(1 - ratio) < AS_GOOD) {
            return "version %d predicted as well as version %d"
                    .formatted(shadowVersion, activeVersion);
        }
        boolean shadowIsBetter = ratio < 1;
        return String.format(
                Locale.ROOT,
                "version %d predicted better: its error is %.1f %% lower, as a geometric mean over"
                        + " the channels",
                shadowIsBetter ? shadowVersion : activeVersion,
                100 * (1 - (shadowIsBetter ? ratio : 1 / ratio)));
    }
}
