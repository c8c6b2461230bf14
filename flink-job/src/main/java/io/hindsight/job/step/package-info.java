/**
 * The keyed step: a reading and its sensor's state enter, a result leaves. The operator reads
 * state, calls model-core, writes state and emits; it decides nothing and knows no topic.
 */
package io.hindsight.job.step;
