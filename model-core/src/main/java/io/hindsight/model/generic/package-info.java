/**
 * One small recurrent net for any channel, with no history and no training of its own: what a
 * channel's views say of a value enters, in units of what the channel has shown; a forecast with
 * its spread and the odds of an event leave. It knows neither bundles nor sensors.
 */
package io.hindsight.model.generic;
