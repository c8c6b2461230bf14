/**
 * What the job would keep of a recording's sensors: rows go in, bytes come out, part by part, as
 * the job's own codecs write them. It knows nothing of a running job.
 */
package io.hindsight.console.state;
