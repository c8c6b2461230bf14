package io.hindsight.benchmarks.detect;

import java.io.IOException;

/** A detector that can say how much it has to keep of its series. */
interface StoredDetector extends StreamDetector {
    /** Bytes of its state as it would be stored between two rows. */
    int storedBytes() throws IOException;
}
