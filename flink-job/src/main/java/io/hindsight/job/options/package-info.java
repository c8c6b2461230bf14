/**
 * What a job is told when it starts: command-line words enter, one checked record leaves. It knows
 * nothing of Flink.
 */
package io.hindsight.job.options;
