/**
 * Two models side by side: the results of the active one and of its shadow enter, who predicted
 * better leaves. Knows nothing of how the results came to be.
 */
package io.hindsight.console.compare;
