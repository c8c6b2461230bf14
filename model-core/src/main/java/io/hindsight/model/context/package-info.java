/**
 * What a sensor's group tells of it: the values of the group's readings in one slot enter, and for
 * each of its sensors the mean and the number of the others leave. It knows of names, slots and
 * sums, and nothing of models.
 */
package io.hindsight.model.context;
