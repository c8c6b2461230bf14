/**
 * The training loop: series and a seed enter, a network's weights leave. Windows, hidden cells,
 * early stopping and checkpoints live here; how a teacher looks at the future and what the weights
 * are used for afterwards do not.
 */
package io.hindsight.trainer.train;
