/**
 * From what a step says to records on topics, and the sinks that send them. It knows no operator.
 */
package io.hindsight.job.results;
