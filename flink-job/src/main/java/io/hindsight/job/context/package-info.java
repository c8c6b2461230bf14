/**
 * What all sensors of a group have in a slot: readings enter, for groups whose model wants a
 * context, and the context of each slot leaves when the watermark has passed it, again when a late
 * reading has changed it. Readings are added up in shards of a group first, so that a group of ten
 * thousand sensors is no hot key. It knows nothing of the step.
 */
package io.hindsight.job.context;
