/**
 * What was detected, for people: series with what was expected of them, their scores, episodes and
 * labels enter, one page of HTML leaves, which needs nothing beside itself. It computes no score
 * and decides no alarm, and nothing depends on it but what a person runs.
 */
package io.hindsight.trainer.detect.page;
