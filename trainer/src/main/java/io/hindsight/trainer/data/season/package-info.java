/**
 * What comes again in a recording: the training part of a data set enters, periods and how strong
 * they are leave. Knows nothing of what a model does with them.
 */
package io.hindsight.trainer.data.season;
