/**
 * A student in one file. Bytes enter, a verified student leaves, or one exception that says what is
 * wrong with them; and the same way back. It knows nothing of topics or of training.
 */
package io.hindsight.model.bundle;
