/**
 * Recordings as tables of numbers: CSV files enter, readings in file order or whole series on a
 * regular grid leave, with the chronological split and the statistics to normalise by. Knows
 * nothing of models, masks or training.
 */
package io.hindsight.trainer.data;
