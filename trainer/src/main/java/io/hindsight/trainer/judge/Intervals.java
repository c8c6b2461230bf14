package io.hindsight.trainer.judge;

/**
 * How the figures' intervals were made.
 *
 * @param share of the resamples inside
 * @param blockMillis length of a block of time
 * @param blocks how many of them fill the time that was judged
 * @param resamples how many times blocks were drawn
 */
public record Intervals(double share, long blockMillis, int blocks, int resamples) {

    static Intervals of(TimeBlocks blocks) {
        return new Intervals(
                Bootstrap.SHARE, blocks.blockMillis(), blocks.count(), Bootstrap.RESAMPLES);
    }
}
