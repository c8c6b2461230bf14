/**
 * The very same step without a broker: a file's rows go in, one row each comes out, when what was
 * missing in it has been revised. It knows nothing of Kafka or Flink, and is what the job's results
 * are held against.
 */
package io.hindsight.console.replay;
