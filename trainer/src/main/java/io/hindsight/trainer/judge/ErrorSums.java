package io.hindsight.trainer.judge;

/** Gathers estimates beside the truth, and says how far apart they are. */
final class ErrorSums {
    /** Share of the channel's scale within which a truth counts as zero. */
    private static final double ZERO = 1e-3;

    private final double zero;
    private long count;
    private double absolute;
    private double squared;
    private double meanTruth;
    private double squaredFromMean;
    private double absoluteTruths;
    private double relative;
    private long zeros;

    /**
     * @param scale the channel's scale, in the unit of what will be added
     */
    ErrorSums(double scale) {
        this.zero = ZERO * scale;
    }

    void add(double estimate, double truth) {
        double error = Math.abs(estimate - truth);
        count++;
        absolute += error;
        squared += error * error;
        double change = truth - meanTruth;
        meanTruth += change / count;
        squaredFromMean += change * (truth - meanTruth);
        absoluteTruths += Math.abs(truth);
        if (Math.abs(truth) < zero) {
            zeros++;
        } else {
            relative += error / Math.abs(truth);
        }
    }

    Figures figures() {
        double n = Math.max(1, count);
        return new Figures(
                absolute / n,
                squared / n,
                Math.sqrt(squared / n),
                squaredFromMean > 0 ? 1 - squared / squaredFromMean : 0,
                absoluteTruths > 0 ? absolute / absoluteTruths : 0,
                relative / Math.max(1, count - zeros),
                zeros,
                count,
                null,
                null);
    }
}
