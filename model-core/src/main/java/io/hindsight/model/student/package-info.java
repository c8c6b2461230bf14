/**
 * The student: what a sensor's memory and a reading look like to the net, and what the net answers.
 * Held values, ages and the calendar enter; mean and scale of each channel leave. It knows nothing
 * of natural units, of scores or of the stream.
 */
package io.hindsight.model.student;
