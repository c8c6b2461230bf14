/**
 * The anchor: what is linear and seasonal of a sensor, as one recursive filter. A slot's values in
 * z units enter, holes among them; mean and scale of each channel leave, before and after the
 * values were seen. It knows nothing of nets, of natural units, or of the stream.
 */
package io.hindsight.model.anchor;
