/**
 * What a person runs over a recording: rows of a file enter, in any order, and each leaves with how
 * strange it is, whether it raises an alarm, what was expected and which channels it is about, with
 * the episodes that the alarms come to. It judges nothing itself: that is the detector's, one a
 * sensor. Knows nothing of models, training or pages.
 */
package io.hindsight.trainer.detect;
