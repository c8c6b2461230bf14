/**
 * How plain values become Flink's state and network bytes: one serializer over small codecs, each
 * with a version of its own, and the side outputs by which they leave. Kryo is never used.
 */
package io.hindsight.job.state;
