/**
 * Runs of anomalous readings. One result after the other enters, the opening and the closing of an
 * episode leave. It knows nothing of how a score came about.
 */
package io.hindsight.model.episode;
