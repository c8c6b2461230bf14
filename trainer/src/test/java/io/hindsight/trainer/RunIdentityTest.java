package io.hindsight.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.SensorSeries;
import io.hindsight.trainer.data.Split;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RunIdentityTest {
    private static final long HOUR = 3_600_000;
    private static final Split SPLIT = new Split(10 * HOUR, 20 * HOUR);
    private static final TrainingOptions OPTIONS = TrainingOptions.defaults();
    private static final DataSet DATA = data("a", 0, 1.5);

    @Test
    void theSameDataAndOptionsOnAnyThreadsAreTheSameRun() {
        TrainingOptions threads = TrainingOptions.builder().threads(7).build();

        assertThat(RunIdentity.of(data("a", 0, 1.5), SPLIT, threads))
                .isEqualTo(RunIdentity.of(DATA, SPLIT, OPTIONS));
    }

    @Test
    void tellsEveryOptionFromAnother() {
        assertThat(differences(DATA, SPLIT, TrainingOptions.builder().seed(2).build()))
                .containsExactly("seed");
        assertThat(differences(DATA, SPLIT, TrainingOptions.builder().dropout(0.1).build()))
                .containsExactly("dropout");
        assertThat(differences(DATA, SPLIT, TrainingOptions.builder().periods(List.of()).build()))
                .containsExactly("periods");
    }

    @Test
    void aMapsOrderIsTheSameInEveryProcess() {
        TrainingOptions bounded =
                TrainingOptions.builder().bounds(AskedBounds.parse("y=0..,x=0..9,a=..1")).build();

        assertThat(RunIdentity.of(DATA, SPLIT, bounded))
                .containsEntry(
                        "bounds",
                        "[proposed=false, ranges={a=[-Infinity, 1.0], x=[0.0, 9.0], y=[0.0,"
                                + " Infinity]}]")
                .containsEntry("ridge", "left open");
    }

    @Test
    void tellsValuesTimesSensorsAndSplitApart() {
        assertThat(differences(data("a", 0, Math.nextUp(1.5)), SPLIT, OPTIONS))
                .containsExactly("the data's values");
        assertThat(differences(data("a", 0, Double.NaN), SPLIT, OPTIONS))
                .containsExactly("the data's values");
        assertThat(differences(data("a", HOUR, 1.5), SPLIT, OPTIONS))
                .containsExactly("the data's sensors and times");
        assertThat(differences(data("b", 0, 1.5), SPLIT, OPTIONS))
                .containsExactly("the data's sensors and times");
        assertThat(differences(DATA, new Split(10 * HOUR, 21 * HOUR), OPTIONS))
                .containsExactly("validate-until");
        DataSet given = new DataSet(DATA.channels(), List.of("y"), HOUR, DATA.series());
        assertThat(differences(given, SPLIT, OPTIONS)).containsExactly("given channels");
    }

    @Test
    void tellsTheTimesOfIrregularReadingsApart() {
        Map<String, String> one = RunIdentity.of(irregular(0, 10, 30), SPLIT, OPTIONS);

        assertThat(RunIdentity.of(irregular(0, 10, 30), SPLIT, OPTIONS)).isEqualTo(one);
        assertThat(RunIdentity.of(irregular(0, 11, 30), SPLIT, OPTIONS))
                .isNotEqualTo(one)
                .containsEntry("the data's values", one.get("the data's values"));
        assertThat(one).containsEntry("interval", "none");
    }

    private static DataSet irregular(long... times) {
        SensorSeries series = SensorSeries.irregular("a", times, 10, new double[3][1]);
        return new DataSet(List.of("x"), List.of(), 0, 10, List.of(series));
    }

    private static Set<String> differences(DataSet data, Split split, TrainingOptions options) {
        Map<String, String> one = RunIdentity.of(DATA, SPLIT, OPTIONS);
        Map<String, String> other = RunIdentity.of(data, split, options);
        assertThat(other.keySet()).isEqualTo(one.keySet());
        Set<String> names = new TreeSet<>(one.keySet());
        names.removeIf(name -> one.get(name).equals(other.get(name)));
        return names;
    }

    private static DataSet data(String sensor, long start, double value) {
        double[][] values = {{1, 2}, {value, 3}, {4, 5}};
        return new DataSet(
                List.of("x", "y"), HOUR, List.of(SensorSeries.of(sensor, start, HOUR, values)));
    }
}
