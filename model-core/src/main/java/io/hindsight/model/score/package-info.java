/**
 * How surprising a value was. A residual in units of the predicted scale enters, the exponent of a
 * tail probability leaves. It knows nothing of models or of the stream.
 */
package io.hindsight.model.score;
