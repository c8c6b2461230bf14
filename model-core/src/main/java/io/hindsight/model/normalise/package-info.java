/**
 * Natural units enter, z units leave, and back again, or on to other z units: those of a group of
 * sensors, by statistics that it is given, or those that a sensor finds for itself. It knows
 * nothing of models or of the stream.
 */
package io.hindsight.model.normalise;
