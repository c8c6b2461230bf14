package io.hindsight.model.sensor;

/** What becomes of readings while their group has no model that acts. */
public enum WithoutModel {
    /** They are kept for the first model, and nothing is said of them. */
    WAIT,
    /** Their sensor is judged by its own past alone, from its own forecasts. */
    GENERIC
}
