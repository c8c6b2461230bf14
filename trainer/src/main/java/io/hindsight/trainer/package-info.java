/**
 * Offline: a recording and options enter, a bundle and its metrics leave. It wires data, teacher,
 * student and judgement together, and never meets the job but in the bundle's bytes.
 */
package io.hindsight.trainer;
