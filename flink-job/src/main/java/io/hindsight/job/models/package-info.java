/**
 * The way of a model: a release's bytes enter, a verified release leaves for the broadcast, or a
 * fault. It knows nothing of sensors.
 */
package io.hindsight.job.models;
