/**
 * The way of a model: the models topic's bytes and the readings' watermarks enter, verified
 * releases and orders with the times that were decided for them leave for the broadcast, or a
 * fault; behind the broadcast they become models that are ready to run. It knows nothing of
 * sensors.
 */
package io.hindsight.job.models;
