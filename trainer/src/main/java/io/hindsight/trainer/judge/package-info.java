/**
 * What a model is worth: a bundle, a recording and cells to hide enter; errors on those cells
 * leave, beside those of baselines, with intervals that say which differences mean something. It
 * runs the very step that the job runs, and knows nothing of how the bundle was made.
 */
package io.hindsight.trainer.judge;
