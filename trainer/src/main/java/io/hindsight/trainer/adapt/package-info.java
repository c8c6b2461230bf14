/**
 * Fits a group's model to a new site: a bundle and the site's recording enter, the same bundle or
 * one with other numbers of the same shape leaves, with what each way of fitting it came to on the
 * validation part. The group's normalisation stays; it knows nothing of how a bundle is trained
 * from the beginning.
 */
package io.hindsight.trainer.adapt;
