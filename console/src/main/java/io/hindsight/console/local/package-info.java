/**
 * The local stack: a real Kafka broker in a process of its own, the topics, and a Flink cluster
 * inside this JVM, all on free loopback ports and all gone when closed. It knows no command and no
 * topology; what runs on it is handed in.
 */
package io.hindsight.console.local;
