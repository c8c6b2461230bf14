package io.hindsight.console.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.context.ContextSpec;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.DataSetReader;
import io.hindsight.trainer.data.GroupContext;
import io.hindsight.trainer.data.Row;
import io.hindsight.trainer.data.SensorSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordedContextTest {
    private static final double NONE = Double.NaN;
    private static final long HOUR = 3_600_000;
    private static final long PHASE = 600_000;

    @Test
    void widensEveryRowToTheBitsThatEvaluationGives() {
        for (long seed = 1; seed <= 20; seed++) {
            List<Row> rows = rows(new Random(seed));
            DataSetReader reader = new DataSetReader(List.of("x", "y", "set"), List.of("set"));
            rows.forEach(reader::add);
            DataSet judged = GroupContext.add(reader.build(HOUR), PHASE);
            RecordedContext context =
                    RecordedContext.of(new ContextSpec(HOUR, PHASE, 2, 3), rows::forEach);

            for (Row row : rows) {
                SensorSeries series = series(judged, row.sensor());
                int slot = (int) series.slotOf(row.timeMillis());
                double[] expected = new double[6];
                for (int d = 0; d < expected.length; d++) {
                    expected[d] = series.value(slot, d);
                }
                assertThat(context.widened(row).values())
                        .as("seed %d", seed)
                        .containsExactly(expected);
            }
        }
    }

    @Test
    void theFirstRowOfASlotCountsAndOneOutOfOrderHasNoContext() {
        List<Row> rows =
                List.of(
                        row("a", 0, 1),
                        row("b", 0, 10),
                        row("b", 1_000, 20),
                        row("b", 500, 30),
                        row("c", 0, 100));
        RecordedContext context = RecordedContext.of(new ContextSpec(HOUR, 0, 1, 1), rows::forEach);

        List<double[]> wide = rows.stream().map(row -> context.widened(row).values()).toList();

        assertThat(wide)
                .containsExactly(
                        new double[] {1, 55, 2},
                        new double[] {10, 50.5, 2},
                        new double[] {20, 50.5, 2},
                        new double[] {30, NONE, NONE},
                        new double[] {100, 5.5, 2});
    }

    /** Whole days of each sensor, the sensors shuffled from day to day. */
    private static List<Row> rows(Random random) {
        List<Row> rows = new ArrayList<>();
        for (int day = 0; day < 4; day++) {
            int first = random.nextInt(5);
            for (int k = 0; k < 5; k++) {
                for (int hour = 0; hour < 24; hour++) {
                    double[] values = {value(random), value(random), 1};
                    if (random.nextInt(8) > 0) {
                        String sensor = "s" + (first + k) % 5;
                        rows.add(new Row(sensor, PHASE + (day * 24 + hour) * HOUR, values));
                    }
                }
            }
        }
        return rows;
    }

    private static double value(Random random) {
        return random.nextInt(4) == 0 ? NONE : 50 + 20 * random.nextGaussian();
    }

    private static Row row(String sensor, long timeMillis, double... values) {
        return new Row(sensor, timeMillis, values);
    }

    private static SensorSeries series(DataSet data, String sensor) {
        return data.series().stream()
                .filter(one -> one.sensor().equals(sensor))
                .findFirst()
                .orElseThrow();
    }
}
