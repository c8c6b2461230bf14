package io.hindsight.trainer.judge;

/**
 * Whether a method knows how far off it may be, in z units.
 *
 * @param coverage50 share of the truths inside the central 50 % interval; ½ is right
 * @param coverage80 the same of the 80 % interval
 * @param coverage90 the same of the 90 % interval
 * @param coverage99 the same of the 99 % interval
 * @param width90 mean width of the 90 % interval
 * @param crps continuous ranked probability score: the mean absolute error of one who says a whole
 *     distribution; less is better
 */
public record SpreadFigures(
        double coverage50,
        double coverage80,
        double coverage90,
        double coverage99,
        double width90,
        double crps) {}
