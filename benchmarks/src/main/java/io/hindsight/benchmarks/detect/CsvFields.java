package io.hindsight.benchmarks.detect;

import io.hindsight.trainer.data.CsvFile;
import io.hindsight.trainer.data.Times;
import java.time.DateTimeException;

/** Fields of a row as numbers and times; a fault names file, line and column. */
final class CsvFields {
    private CsvFields() {}

    static long epochMillis(CsvFile csv, int column) {
        String text = csv.field(column);
        try {
            return Times.parse(text).toEpochMilli();
        } catch (DateTimeException e) {
            throw csv.fault(csv.header().get(column), Times.RULE, text);
        }
    }

    /** NaN if the field is empty, {@code NA} or {@code NaN}. */
    static double value(CsvFile csv, int column) {
        String text = csv.field(column);
        if (text.isEmpty() || text.equals("NA")) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw csv.fault(csv.header().get(column), "not a number", text);
        }
    }

    /** Whether a label is set: any number but 0. */
    static boolean label(CsvFile csv, int column) {
        return value(csv, column) != 0;
    }
}
