/**
 * Readings on a time line. A reading's event time enters; calendar inputs leave: where in its day,
 * its week, or any other period the moment lies. It knows nothing of models.
 */
package io.hindsight.model.series;
