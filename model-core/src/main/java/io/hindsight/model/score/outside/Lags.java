package io.hindsight.model.score.outside;

/** The last values of a channel, as a forecast wants them. */
interface Lags {
    /** How many beats back a forecast looks. */
    int COUNT = 6;

    /** The value a number of beats before the next reading; NaN before there was one. */
    double lag(int beatsAgo);

    /** The last value; asked for when there is one. */
    double last();

    /** Values taken so far. */
    int readings();
}
