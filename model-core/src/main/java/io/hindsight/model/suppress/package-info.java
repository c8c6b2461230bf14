/**
 * Deviations that people know of and want no alarm for. A file of rules enters; for a sensor's
 * value and what was expected of it leaves whether the deviation is ignored, and by which rule. It
 * knows nothing of scores or episodes.
 */
package io.hindsight.model.suppress;
