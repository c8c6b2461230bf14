package io.hindsight.trainer.synthetic;

/**
 * Something that was put into a series.
 *
 * @param begin the first row that it touches
 * @param end after the last row that it touches
 */
public record InjectedEvent(EventKind kind, int begin, int end) {}
