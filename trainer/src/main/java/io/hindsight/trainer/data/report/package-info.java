/**
 * What a recording looks like: a data set enters, figures of its channels and sensors leave. They
 * describe and decide nothing.
 */
package io.hindsight.trainer.data.report;
