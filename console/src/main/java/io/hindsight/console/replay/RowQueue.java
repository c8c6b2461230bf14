package io.hindsight.console.replay;

import io.hindsight.model.sensor.Outcome;
import io.hindsight.model.sensor.Revision;
import io.hindsight.trainer.data.Row;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Rows leave in the order in which they came, each when no reading of its sensor can revise it any
 * more: its gaps have closed, or are longer than what is looked back on. A sensor that falls silent
 * in a gap would hold all others back for good, so that a row also leaves when too many wait.
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

    /**
     * Takes the next row; those that are settled by it leave.
     *
     * @param earliestOpenMillis event time of the sensor's earliest row that may still be revised
     */
    public void accept(Row row, Outcome outcome, long earliestOpenMillis) {
        ReplayedRow last = new ReplayedRow(row, outcome);
        rows.add(last);
        Deque<ReplayedRow> ofSensor = open.computeIfAbsent(row.sensor(), s -> new ArrayDeque<>());
        if (outcome instanceof Outcome.Scored scored) {
            ofSensor.add(last);
            scored.revisions().forEach(revision -> revise(ofSensor, revision));
        } else {
            last.settle();
        }
        while (!ofSensor.isEmpty() && ofSensor.peek().row().timeMillis() < earliestOpenMillis) {
            ofSensor.remove().settle();
        }
        while (!rows.isEmpty() && (rows.peek().isSettled() || rows.size() > mostRows)) {
            write(rows.remove());
        }
    }

    /** A slot without a row has none to revise. */
    private void revise(Deque<ReplayedRow> ofSensor, Revision revision) {
        for (ReplayedRow row : ofSensor) {
            if (row.row().timeMillis() == revision.eventTimeMillis()) {
                row.revise(revision);
                lateRevisions += row.isWritten() ? 1 : 0;
            }
        }
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

    /** Revised values of rows that had to leave before. */
    public long lateRevisions() {
        return lateRevisions;
    }
}
