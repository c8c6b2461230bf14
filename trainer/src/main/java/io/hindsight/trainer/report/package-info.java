/**
 * A training for people: what is known of the data, the training and the model enters, one page of
 * HTML leaves, which needs nothing beside itself. It computes no figure that could be had elsewhere
 * and nothing depends on it.
 */
package io.hindsight.trainer.report;
