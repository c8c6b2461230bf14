/**
 * One sensor's life: its one state, the step that each reading makes, and the change from one model
 * to the next. Readings enter in the order of their time; results leave. It knows nothing of Flink
 * or Kafka: the job, replay and evaluation all call it.
 */
package io.hindsight.model.sensor;
