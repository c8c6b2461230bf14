/**
 * What a person is told when something goes wrong: one line on standard error and an exit code that
 * scripts can use. A stack trace is for those who ask for it. Knows nothing of the commands.
 */
package io.hindsight.console.fault;
