package io.hindsight.trainer.nets;

import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Keeps ND4J and its BLAS on the calling thread: shards bring threads of their own, and two BLAS
 * threads on a busy machine made a small product five hundred times slower.
 */
public final class Blas {
    private Blas() {}

    public static void useCallingThreadAlone() {
        Nd4j.getEnvironment().setMaxThreads(1);
        Nd4j.getEnvironment().setMaxMasterThreads(1);
        openblas.blas_set_num_threads(1);
    }
}
