/**
 * Recordings as tables of numbers: CSV files enter, readings in file order or whole series, on a
 * regular grid or at their own times, leave, with the chronological split, the statistics to
 * normalise by, and what the data itself suggests: bounds, and what a group tells of each sensor.
 * Knows nothing of models, masks or training.
 */
package io.hindsight.trainer.data;
