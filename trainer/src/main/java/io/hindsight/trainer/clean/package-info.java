/**
 * Finds readings that no sensor meant: series in z units enter, the same series with holes in their
 * place leave, and a report of what was found. It knows nothing of nets.
 */
package io.hindsight.trainer.clean;
