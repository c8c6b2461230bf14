/**
 * The teacher: the same windows and hidden cells enter, with the future in sight; a belief about
 * every cell leaves, for a student to learn from. It never leaves the trainer and knows nothing of
 * bundles.
 */
package io.hindsight.trainer.teach;
