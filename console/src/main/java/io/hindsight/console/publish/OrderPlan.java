package io.hindsight.console.publish;

import io.hindsight.schemas.ModelSchedule.Kind;

/**
 * An order that makes sense, and what will happen.
 *
 * @param kind what is ordered
 * @param version of the model
 * @param fromMillis event time from which it is asked to act, 0 for at once
 * @param sentence what will happen, for the person who gives it
 */
public record OrderPlan(Kind kind, long version, long fromMillis, String sentence) {}
