package io.hindsight.benchmarks.detect;

import java.lang.ref.Reference;
import java.util.function.Supplier;

/** What live objects of a kind take on the heap. */
final class HeapBytes {
    private static final int COLLECTIONS = 4;

    private HeapBytes() {}

    /** The mean over some objects: what the heap holds more of when they are all alive. */
    static long ofEach(int count, Supplier<?> maker) {
        Object[] kept = new Object[count + 1];
        try {
            kept[0] = maker.get();
            long before = used();
            for (int k = 1; k <= count; k++) {
                kept[k] = maker.get();
            }
            return (used() - before) / count;
        } finally {
            Reference.reachabilityFence(kept);
        }
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int k = 0; k < COLLECTIONS; k++) {
            runtime.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
