/**
 * From a record's bytes to a reading that may be used, or to the reason why not. It knows nothing
 * of models or of sensors' pasts.
 */
package io.hindsight.job.decode;
