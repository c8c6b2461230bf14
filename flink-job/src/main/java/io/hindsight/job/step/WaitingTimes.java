package io.hindsight.job.step;

import java.util.Iterator;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;

/**
 * Tells of most moments that no reading of a sensor waits for them, without asking the state: in
 * RocksDB nothing costs more than to look for what is not there. It counts, by hash, what waits in
 * this subtask. What waited already when a job was restored is not counted, but is known not to
 * wait for a moment after the latest one that was waited for then.
 */
final class WaitingTimes {
    private static final int COUNTERS = 1 << 20;

    private final ListState<Long> kept;
    private final int[] counts = new int[COUNTERS];
    private long uncountedUntil = Long.MIN_VALUE;
    private long latest = Long.MIN_VALUE;

    private WaitingTimes(ListState<Long> kept) {
        this.kept = kept;
    }

    static WaitingTimes of(FunctionInitializationContext context) throws Exception {
        WaitingTimes times =
                new WaitingTimes(
                        context.getOperatorStateStore()
                                .getUnionListState(
                                        new ListStateDescriptor<>("latest-waiting", Types.LONG)));
        if (context.isRestored()) {
            times.uncountedUntil = latestOf(times.kept.get());
        }
        times.latest = times.uncountedUntil;
        return times;
    }

    private static long latestOf(Iterable<Long> all) {
        Iterator<Long> each = all.iterator();
        long latest = each.hasNext() ? each.next() : Long.MAX_VALUE;
        while (each.hasNext()) {
            latest = Math.max(latest, each.next());
        }
        return latest;
    }

    void snapshot() throws Exception {
        kept.clear();
        kept.add(latest);
    }

    /** Whether readings of a sensor may wait for a moment; if not, none does. */
    boolean isAny(Object owner, long releaseMillis) {
        return releaseMillis <= uncountedUntil || counts[place(owner, releaseMillis)] > 0;
    }

    /** Readings of a sensor wait for a moment for which none did. */
    void add(Object owner, long releaseMillis) {
        latest = Math.max(latest, releaseMillis);
        if (releaseMillis > uncountedUntil) {
            counts[place(owner, releaseMillis)]++;
        }
    }

    /** They wait no more. */
    void remove(Object owner, long releaseMillis) {
        if (releaseMillis > uncountedUntil) {
            counts[place(owner, releaseMillis)]--;
        }
    }

    private static int place(Object owner, long releaseMillis) {
        long mixed = (owner.hashCode() * 31L + releaseMillis) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 44);
    }
}
