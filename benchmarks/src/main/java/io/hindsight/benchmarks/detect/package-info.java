/**
 * How well detectors of anomalies alarm: labelled series go through a detector once, row by row,
 * and what it said is scored as the Numenta Anomaly Benchmark does. Knows nothing of how a detector
 * works.
 */
package io.hindsight.benchmarks.detect;
