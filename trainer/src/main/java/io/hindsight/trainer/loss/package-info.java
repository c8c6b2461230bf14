/**
 * Losses of single cells and their sums over a batch with weights. Answers of a head and targets
 * enter, a sum and the gradient by the answers leave; nothing here knows nets, windows or channels.
 */
package io.hindsight.trainer.loss;
