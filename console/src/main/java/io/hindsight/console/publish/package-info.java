/**
 * A person's hand on the models topic: a bundle enters and leaves as a release, verified as the job
 * will verify it, numbered after the group's last one and signed if asked; a wish for a group's
 * models enters and leaves as an order, or as the reason why it makes no sense. Knows nothing of
 * how a bundle came to be, nor of who takes it.
 */
package io.hindsight.console.publish;
