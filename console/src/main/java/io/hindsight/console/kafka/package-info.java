/**
 * A person's ends of the topics: they are made, readings are sent, and what the job wrote is read
 * back. It knows nothing of how the job works.
 */
package io.hindsight.console.kafka;
