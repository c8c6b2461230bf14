/**
 * A sensor's slots in the order of their event time, however its readings arrive: readings enter
 * early, late, twice or not at all; answers leave, each with a revision number, so that the highest
 * revision of each slot is what a stream in perfect order would have given. It knows nothing of
 * Flink or Kafka, and nothing of what is computed at a slot.
 */
package io.hindsight.model.timeline;
