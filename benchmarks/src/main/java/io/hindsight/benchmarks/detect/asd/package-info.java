/**
 * Detection over many channels at once, judged on ASD, twelve application servers with labelled
 * events and the channels at fault, or on any labelled rows. Recordings, scores and evidence by
 * channel enter, measures leave.
 */
package io.hindsight.benchmarks.detect.asd;
