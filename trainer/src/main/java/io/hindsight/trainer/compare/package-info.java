/**
 * What each part of a model brings: anchor, student, teacher and reviser enter, their errors on the
 * same hidden cells leave, by channel and kind of loss. It knows nothing of how they are shown.
 */
package io.hindsight.trainer.compare;
