/**
 * Chooses an anchor on the validation part: series in z units and what the options leave open
 * enter, a fitted anchor and the table of what was tried leave. It knows nothing of nets.
 */
package io.hindsight.trainer.choose;
