/**
 * A way into the trainer's own run of the step, which is not for use outside its package: a
 * benchmark holds its numbers against the job's, cell by cell.
 */
package io.hindsight.trainer.judge;
