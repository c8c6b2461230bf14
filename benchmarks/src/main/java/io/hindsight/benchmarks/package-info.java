/**
 * What the step costs: the cells beside other ways to write them, the whole step with its
 * allocation, and a guard that the kernels are still compiled to SIMD code; what a batch of
 * training costs beside PyTorch's; what a teacher is worth; and whether the job, behind a real
 * broker, imputes what was judged.
 */
package io.hindsight.benchmarks;
