/**
 * The records of all topics and how they stand on the wire. Bytes of a topic enter and values
 * leave, or the other way round ({@link io.hindsight.schemas.Wires}); bytes that are no record give
 * an {@link io.hindsight.schemas.UndecodableException} and nothing else. This package must not know
 * Kafka, Flink, or what a value means to a model.
 */
package io.hindsight.schemas;
