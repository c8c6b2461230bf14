/**
 * A person's ends of the topics: readings are sent, models are published, and what the job wrote is
 * read back. It knows nothing of how the job works.
 */
package io.hindsight.console.kafka;
