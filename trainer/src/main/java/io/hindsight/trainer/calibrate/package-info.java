/**
 * What is set on the validation part when all is trained: whether sensors come to a scale of their
 * own, how far corrections are trusted, and how wide intervals must be to hold what they say. A
 * bundle enters, the same one with other numbers leaves.
 */
package io.hindsight.trainer.calibrate;
