/**
 * Trains the generic net: series are made up, events are put into some of them, and one small net
 * learns to forecast all of them and to tell the events. Seeds enter, weights leave; no recording
 * is read.
 */
package io.hindsight.trainer.generic;
