/**
 * Detection over many channels at once, judged on ASD: twelve application servers with labelled
 * events and the channels at fault. Recordings, scores and evidence by channel enter, measures
 * leave. It knows no detector.
 */
package io.hindsight.benchmarks.detect.asd;
