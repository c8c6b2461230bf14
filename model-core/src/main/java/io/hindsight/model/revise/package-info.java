/**
 * Looking back once a gap has closed: what the stream kept of a stretch of slots enters, better
 * values for its holes leave. It knows nothing of natural units, of states or of the stream.
 */
package io.hindsight.model.revise;
