/**
 * How sure an answer is: from the scale that a model gives to intervals that hold what they say. It
 * knows nothing of models or of the stream.
 */
package io.hindsight.model.spread;
