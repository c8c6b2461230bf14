/**
 * What a model is worth: a bundle, a recording and cells to hide enter, errors on those cells
 * beside simple baselines leave. It runs the very step that the job runs, and knows nothing of how
 * the bundle was made.
 */
package io.hindsight.trainer.judge;
