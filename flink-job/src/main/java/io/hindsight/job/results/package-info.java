/** From what a step says to records on topics, and the sinks that send them. */
package io.hindsight.job.results;
