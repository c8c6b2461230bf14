package io.hindsight.benchmarks.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.trainer.synthetic.EventKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchSetsTest {
    @TempDir Path folder;

    private final List<String> skipped = new ArrayList<>();

    @Test
    void makesItsOwnSeriesWhereThereAreNoRecordings() {
        List<BenchSet> sets = read(1);

        assertThat(sets)
                .extracting(BenchSet::name)
                .containsExactly("season", "noise", "state", "short synthetic");
        assertThat(skipped).hasSize(9).contains("MGAB: skipped, there is no folder mgab");
    }

    @Test
    void aSeedSaysWhatIsMade() {
        assertThat(values(read(1))).isEqualTo(values(read(1)));
        assertThat(values(read(1))).isNotEqualTo(values(read(2)));
    }

    @Test
    void everyKindOfEventIsSomewhereAndEachWindowHasItsKind() {
        Set<EventKind> kinds = new HashSet<>();
        for (BenchSet set : read(1)) {
            assertThat(set.series()).isNotEmpty();
            for (BenchSeries one : set.series()) {
                assertThat(one.kinds()).hasSameSizeAs(one.series().windows());
                kinds.addAll(one.kinds());
            }
        }
        assertThat(kinds).containsExactlyInAnyOrder(EventKind.values());
    }

    @Test
    void noEventBeginsInProbation() {
        for (BenchSet set : read(1)) {
            for (LabelledSeries series : set.labelled()) {
                assertThat(series.windows())
                        .allMatch(window -> window.begin() >= series.probation());
            }
        }
    }

    @Test
    void shortSeriesHaveWindowsAsNabs() {
        for (BenchSeries one : read(1).get(3).series()) {
            LabelledSeries series = one.series();
            assertThat(series.rows()).isBetween(1_000, 2_600);
            int rows = series.windows().stream().mapToInt(RowWindow::rows).sum();
            assertThat((double) rows).isLessThanOrEqualTo(0.1 * series.rows());
        }
    }

    @Test
    void readsTheRecordingsThatThereAre() throws IOException {
        write("kpi/one.csv", labelled("a", 2_000));
        write(
                "telemetry/all.csv",
                labelled("a", 50)
                        .replace("label", "label,part")
                        .replaceAll("(?m),([01])$", ",$1,train"));
        write("mgab/1.csv", ",value,is_anomaly,is_ignored\n0,0.5,0,1\n1,0.6,1,0\n");
        write("nab/artificialOne/x.csv", "timestamp,value\n2020-01-01 00:00:00,1\n");
        write("nab/artificialTwo/x.csv", "timestamp,value\n2020-01-01 00:00:00,1\n");
        write("beijing-air/all.csv", hours("time,sensor,A,B", ",s", 3_000));
        write("ett/all.csv", hours("date,A,B", "", 3_000));
        write("melbourne/days.csv", hours("Date,A,B", "", 3_000));

        List<BenchSet> sets = read(1);

        assertThat(sets)
                .extracting(BenchSet::name)
                .containsExactly(
                        "NAB artificial",
                        "telemetry",
                        "KPI",
                        "MGAB",
                        "air",
                        "ETT",
                        "season",
                        "noise",
                        "state",
                        "short real",
                        "short synthetic");
        assertThat(sets.get(0).series()).hasSize(2);
        assertThat(sets.get(3).counted()).isFalse();
        assertThat(sets.get(2).labelled().get(0).windows())
                .containsExactly(new RowWindow(1_495, 1_560));
        assertThat(skipped)
                .containsExactly(
                        "ASD: skipped, there is no folder asd",
                        "servers: skipped, there is no folder asd");
    }

    @Test
    void takesThreeChannelsOfAServerThatVary() throws IOException {
        for (String part : List.of("train", "test")) {
            StringBuilder csv = new StringBuilder("time,sensor");
            for (int c = 0; c < 19; c++) {
                csv.append(",m").append(c);
            }
            csv.append(part.equals("test") ? ",label\n" : "\n");
            for (int i = 0; i < 1_500; i++) {
                csv.append("2020-01-01T00:00:00Z,s");
                for (int c = 0; c < 19; c++) {
                    csv.append(',').append(c == 6 ? 1 : (i * (c + 1)) % 97);
                }
                csv.append(part.equals("test") ? (i == 9 ? ",1\n" : ",0\n") : "\n");
            }
            write("asd/one_" + part + ".csv", csv.toString());
        }

        BenchSet asd = read(1).get(0);

        assertThat(asd.name()).isEqualTo("ASD");
        assertThat(asd.labelled())
                .extracting(LabelledSeries::name)
                .containsExactly("one_train.m0", "one_train.m7", "one_train.m12");
        assertThat(asd.labelled().get(0).rows()).isEqualTo(3_000);
        assertThat(asd.labelled().get(0).windows()).containsExactly(new RowWindow(1_504, 1_560));
    }

    private List<BenchSet> read(long seed) {
        return new BenchSets(new BenchFolder(folder), seed, skipped::add).read();
    }

    private static List<Double> values(List<BenchSet> sets) {
        List<Double> values = new ArrayList<>();
        for (BenchSet set : sets) {
            for (LabelledSeries series : set.labelled()) {
                for (int i = 0; i < series.rows(); i += 100) {
                    values.add(series.value(i));
                }
            }
        }
        return values;
    }

    private static String labelled(String sensor, int rows) {
        StringBuilder csv = new StringBuilder("time,sensor,value,label\n");
        for (int i = 0; i < rows; i++) {
            boolean event = i >= 1_500 && i < 1_510;
            csv.append("2020-01-01T00:00:00Z,%s,%d,%d%n".formatted(sensor, i % 50, event ? 1 : 0));
        }
        return csv.toString();
    }

    private static String hours(String header, String sensor, int rows) {
        StringBuilder csv = new StringBuilder(header + "\n");
        for (int i = 0; i < rows; i++) {
            csv.append("2020-01-01 00:00:00%s,%d,%d%n".formatted(sensor, i % 24, i % 7));
        }
        return csv.toString();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
