/**
 * The command line: one class for each subcommand, each of which parses its options, calls the
 * rooms that do the work and prints what came out. No arithmetic and no wiring of Flink or Kafka
 * stands here.
 */
package io.hindsight.console.command;
