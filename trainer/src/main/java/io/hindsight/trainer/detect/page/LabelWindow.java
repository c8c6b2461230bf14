package io.hindsight.trainer.detect.page;

/** From the first to the last row of what people have marked as strange. */
public record LabelWindow(long beginMillis, long endMillis) {
    /** Checks the order. */
    public LabelWindow {
        if (endMillis < beginMillis) {
            throw new IllegalArgumentException(
                    "endMillis must not be before beginMillis: %d, %d"
                            .formatted(endMillis, beginMillis));
        }
    }
}
