/**
 * What the step costs: the cells beside other ways to write them, the whole step with its
 * allocation, and a guard that the kernels are still compiled to SIMD code; and what a batch of
 * training costs beside PyTorch's.
 */
package io.hindsight.benchmarks;
