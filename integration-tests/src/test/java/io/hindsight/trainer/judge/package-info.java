/**
 * A way into the trainer's own run of the step, which is not for use outside its package: the tests
 * hold its numbers against the job's.
 */
package io.hindsight.trainer.judge;
