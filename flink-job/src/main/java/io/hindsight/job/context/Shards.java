package io.hindsight.job.context;

import io.hindsight.job.decode.Received;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;

/**
 * A group's sensors, shared out over {@value #COUNT} keys by their names, so that as many subtasks
 * can add up a large group.
 */
public final class Shards {
    /** How many there are of a group; part of every savepoint. */
    public static final int COUNT = 32;

    /** The type of {@link #of}. */
    public static final TypeInformation<Tuple2<String, Integer>> TYPE =
            Types.TUPLE(Types.STRING, Types.INT);

    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final int SHARD_BITS = Integer.numberOfTrailingZeros(COUNT);

    private Shards() {}

    /** The group and the shard of it that a reading's sensor is in. */
    public static Tuple2<String, Integer> of(Received received) {
        long sensor = sensor(received.reading().sensor());
        return Tuple2.of(received.reading().group(), (int) (sensor >>> (Long.SIZE - SHARD_BITS)));
    }

    /**
     * A sensor's name as 64 bits: FNV-1a over its characters, then Stafford's finisher. Two of a
     * thousand sensors of a shard share them with a probability of 3 in 10^14.
     */
    static long sensor(String name) {
        long hash = FNV_START;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * FNV_PRIME;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }
}
