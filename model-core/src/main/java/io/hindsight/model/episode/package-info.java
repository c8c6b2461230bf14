/**
 * Runs of anomalous readings, and of readings that do not come. One judged reading after the other
 * enters; the opening, the changes and the end of an episode leave, each with what a person wants
 * to know and a sentence that says it. It knows nothing of how a score came about.
 */
package io.hindsight.model.episode;
