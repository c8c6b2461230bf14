/**
 * The job. {@link io.hindsight.job.Topology} is its wiring and reads like the picture in the
 * README: readings and models enter from Kafka, results, episodes and dead letters leave to it. All
 * decisions are made by plain classes below; the step itself is model-core's.
 */
package io.hindsight.job;
