/**
 * Made series, and events put into series, by seeds: what enters is a seed, or a series in which
 * nothing happens; what leaves is a series, and where something was put and what. Knows nothing of
 * sensors, models and who uses it.
 */
package io.hindsight.trainer.synthetic;
