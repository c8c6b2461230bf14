/**
 * How weights follow their gradients: the learning rate's course, the limit of a gradient and the
 * optimiser, whose state can be written and read back. Nothing here knows losses, data or nets.
 */
package io.hindsight.trainer.optimise;
