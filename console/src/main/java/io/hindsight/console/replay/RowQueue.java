package io.hindsight.console.replay;

import io.hindsight.model.timeline.Answer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Rows leave in the order in which they came, each when nothing can revise it any more: its gaps
 * have closed, or are longer than what is looked back on. A sensor that falls silent in a gap would
 * hold all others back for good, so that a row also leaves when too many wait.
 */
public final class RowQueue {
    private static final int MOST_CELLS = 1 << 21;

    private final Consumer<ReplayedRow> out;
    private final int mostRows;
    private final Deque<ReplayedRow> rows = new ArrayDeque<>();
    private final Map<String, Deque<ReplayedRow>> open = new HashMap<>();
    private long lateRevisions;

    /** A queue of about two million cells. */
    public RowQueue(int channels, Consumer<ReplayedRow> out) {
        this(out, Math.max(1, MOST_CELLS / channels));
    }

    RowQueue(Consumer<ReplayedRow> out, int mostRows) {
        this.out = out;
        this.mostRows = mostRows;
    }

    /** Takes the next row. */
    public void add(ReplayedRow row) {
        rows.add(row);
        if (row.answer().isPresent()) {
            ofSensor(row.sensor()).add(row);
        } else {
            row.settle();
        }
    }

    /** Corrects a row that is here. */
    public void revise(String sensor, Answer better) {
        for (ReplayedRow row : ofSensor(sensor)) {
            if (row.timeMillis() == better.eventTimeMillis()) {
                row.revise(better.result());
                lateRevisions += row.isWritten() ? 1 : 0;
            }
        }
    }

    /**
     * Lets go what is settled.
     *
     * @param earliestOpenMillis event time of the sensor's earliest row that may still be revised
     */
    public void settle(String sensor, long earliestOpenMillis) {
        Deque<ReplayedRow> ofSensor = ofSensor(sensor);
        while (!ofSensor.isEmpty() && ofSensor.peek().timeMillis() < earliestOpenMillis) {
            ofSensor.remove().settle();
        }
        while (!rows.isEmpty() && (rows.peek().isSettled() || rows.size() > mostRows)) {
            write(rows.remove());
        }
    }

    private Deque<ReplayedRow> ofSensor(String sensor) {
        return open.computeIfAbsent(sensor, name -> new ArrayDeque<>());
    }

    private void write(ReplayedRow row) {
        row.write();
        out.accept(row);
    }

    /** Lets all rows go: nothing comes after them. */
    public void finish() {
        rows.forEach(this::write);
        rows.clear();
    }

    /** Rows that had to leave before they were revised. */
    public long lateRevisions() {
        return lateRevisions;
    }
}
