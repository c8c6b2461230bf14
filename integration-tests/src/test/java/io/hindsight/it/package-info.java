/**
 * The whole job against a real broker: recorded readings go in through Kafka, and what a
 * read_committed reader finds is held against {@code replay}, value by value. Broker and cluster
 * come from the console; nothing is faked.
 */
package io.hindsight.it;
