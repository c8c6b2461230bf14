package io.hindsight.trainer.detect;

import java.util.Locale;

/** What became of a row. */
public enum RowState {
    SCORED,
    /** The sensor has too short a past yet to be told from it. */
    WARMING,
    /** It has no value. */
    HOLE,
    /** The sensor has another row of the same time before it in the file, which counts. */
    DUPLICATE;

    /** In files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
