package io.hindsight.trainer.detect.page;

/** What became of a row. On the page it is its code. */
public enum RowStatus {
    SCORED(0),
    WARMING(1),
    /** It has no value. */
    MISSING(2);

    private final int code;

    RowStatus(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
