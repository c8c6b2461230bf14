/**
 * The recurrent cells. An input row and the last hidden state enter, the next hidden state leaves;
 * float32, free of allocation, in one fixed order of accumulation. It knows nothing of channels,
 * holes or time.
 */
package io.hindsight.model.recurrent;
