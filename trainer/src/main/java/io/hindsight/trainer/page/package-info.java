/**
 * What every page of HTML is made of: escaped markup, drawings, numbers in words and the house's
 * look. Text and figures enter, characters leave. It knows nothing of what a page tells.
 */
package io.hindsight.trainer.page;
