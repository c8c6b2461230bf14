/**
 * The little JSON that headers of files and documents of people need. Text enters, maps and lists
 * leave, and the same way back. It knows nothing of what they mean.
 */
package io.hindsight.model.json;
