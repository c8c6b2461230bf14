/**
 * How strange a reading of many channels is as a whole. Residuals of any one-step predictor and
 * deviations from the season enter, channel by channel; one strength, each channel's share of it
 * and what it would be without that channel leave. It learns its scales from the stream and knows
 * nothing of models.
 */
package io.hindsight.model.score.joint;
