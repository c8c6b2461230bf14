/**
 * Recurrent layers and heads with hand-written backpropagation through time over ND4J's matrix
 * product. Inputs of whole windows enter, distributions' parameters and gradients leave; nothing
 * here knows what the numbers mean, where they come from or how weights are updated.
 */
package io.hindsight.trainer.nets;
