package io.hindsight.trainer.judge;

/** Gathers estimates beside the truth, and says how far apart they are. */
final class Errors {
    private long count;
    private double absolute;
    private double squared;
    private double truths;
    private double absoluteTruths;
    private double squaredTruths;

    void add(double estimate, double truth) {
        double error = estimate - truth;
        count++;
        absolute += Math.abs(error);
        squared += error * error;
        truths += truth;
        absoluteTruths += Math.abs(truth);
        squaredTruths += truth * truth;
    }

    Figures figures() {
        double n = Math.max(1, count);
        double spread = squaredTruths - truths * truths / n;
        return new Figures(
                absolute / n,
                squared / n,
                Math.sqrt(squared / n),
                spread > 0 ? 1 - squared / spread : 0,
                absoluteTruths > 0 ? absolute / absoluteTruths : 0,
                count);
    }
}
