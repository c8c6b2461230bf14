/**
 * Puts a bundle on the models topic as a release: verified as the job will verify it, numbered
 * after the group's last release. Knows nothing of how the bundle came to be, nor of who takes it.
 */
package io.hindsight.console.publish;
