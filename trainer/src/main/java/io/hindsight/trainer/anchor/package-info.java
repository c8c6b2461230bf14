/**
 * Fits the anchor: series in z units enter, the filter's numbers leave, or those of decaying
 * values. It knows nothing of nets.
 */
package io.hindsight.trainer.anchor;
