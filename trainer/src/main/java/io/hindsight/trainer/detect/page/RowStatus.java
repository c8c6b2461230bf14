package io.hindsight.trainer.detect.page;

/** What became of a row. On the page it has its name, in the arrays its code. */
public enum RowStatus {
    SCORED(0, "scored"),
    WARMING(1, "warming up"),
    WAITING(2, "waiting for a model"),
    MISSING(3, "no reading came"),
    UNUSED(4, "not used");

    private final int code;
    private final String words;

    RowStatus(int code, String words) {
        this.code = code;
        this.words = words;
    }

    int code() {
        return code;
    }

    String words() {
        return words;
    }
}
