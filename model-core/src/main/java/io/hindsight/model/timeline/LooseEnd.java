package io.hindsight.model.timeline;

/**
 * Something that was said of a moment that is not, or not yet, a slot in the journal: a guess while
 * the stream stood still, or a slot that was withdrawn.
 *
 * @param said the last of it
 * @param withdrawn whether that was that there is no such slot
 * @param silentSince start of the silence that was alarmed with it, {@link Entry#NO_SILENCE} for
 *     none
 */
public record LooseEnd(long eventTimeMillis, Said said, boolean withdrawn, long silentSince) {}
