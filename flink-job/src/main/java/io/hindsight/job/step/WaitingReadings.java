package io.hindsight.job.step;

import io.hindsight.job.decode.Received;
import io.hindsight.job.decode.ReceivedListCodec;
import io.hindsight.schemas.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/** The current key's readings that wait for the watermark, by the event time that lets them go. */
final class WaitingReadings {
    private final MapState<Long, List<Received>> byRelease;

    WaitingReadings(RuntimeContext context) {
        byRelease = context.getMapState(descriptor());
    }

    /** Names them, so that all sensors with such readings can be visited. */
    static MapStateDescriptor<Long, List<Received>> descriptor() {
        return new MapStateDescriptor<>("waiting", Types.LONG, ReceivedListCodec.TYPE);
    }

    /**
     * Keeps a reading. Two of one moment are kept where they have different numbers of values,
     * since only the model knows which number is right: one that cannot be used must not stand in
     * the way of one that can.
     *
     * @return false if one like it waits already; then this one is not kept
     */
    boolean add(long releaseMillis, Received received) throws Exception {
        List<Received> waiting = byRelease.get(releaseMillis);
        if (waiting == null) {
            byRelease.put(releaseMillis, List.of(received));
            return true;
        }
        Reading reading = received.reading();
        if (waiting.stream().anyMatch(other -> isLike(other.reading(), reading))) {
            return false;
        }
        List<Received> more = new ArrayList<>(waiting);
        more.add(received);
        byRelease.put(releaseMillis, List.copyOf(more));
        return true;
    }

    private static boolean isLike(Reading one, Reading other) {
        return one.eventTimeMillis() == other.eventTimeMillis()
                && one.values().length == other.values().length;
    }

    boolean isAny(long releaseMillis) throws Exception {
        return byRelease.contains(releaseMillis);
    }

    /** Lets those of a moment go, in the order of their event time. */
    List<Received> take(long releaseMillis) throws Exception {
        List<Received> waiting = byRelease.get(releaseMillis);
        if (waiting == null) {
            return List.of();
        }
        byRelease.remove(releaseMillis);
        return inOrder(waiting);
    }

    /** Event time of the earliest; {@link Long#MAX_VALUE} for none. */
    long earliestMillis() throws Exception {
        long earliest = Long.MAX_VALUE;
        for (List<Received> waiting : byRelease.values()) {
            for (Received received : waiting) {
                earliest = Math.min(earliest, received.reading().eventTimeMillis());
            }
        }
        return earliest;
    }

    /** Lets those up to a moment go, in the order of their event time. */
    List<Received> takeUntil(long releaseMillis) throws Exception {
        List<Received> all = new ArrayList<>();
        List<Long> due = new ArrayList<>();
        for (Map.Entry<Long, List<Received>> entry : byRelease.entries()) {
            if (entry.getKey() <= releaseMillis) {
                due.add(entry.getKey());
                all.addAll(entry.getValue());
            }
        }
        for (long release : due) {
            byRelease.remove(release);
        }
        return inOrder(all);
    }

    private static List<Received> inOrder(List<Received> readings) {
        return readings.stream()
                .sorted(Comparator.comparingLong(r -> r.reading().eventTimeMillis()))
                .toList();
    }
}
