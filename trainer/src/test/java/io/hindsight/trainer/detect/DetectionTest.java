package io.hindsight.trainer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindsight.trainer.data.CsvOptions;
import io.hindsight.trainer.data.CsvReadings;
import io.hindsight.trainer.data.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectionTest {
    private static final Detection.Progress SILENT =
            new Detection.Progress() {
                @Override
                public void read(long rows) {}

                @Override
                public void judged(long rows, long of) {}
            };

    @TempDir Path folder;
    private Path file;

    /** Two sensors in turns, with a duplicate, a hole and a row that comes late. */
    @BeforeEach
    void write() throws IOException {
        SensorRows rows = Judged.waves(1_600, 1);
        List<String> lines = new ArrayList<>(List.of("when,who,\"a,b\""));
        double[] value = new double[1];
        for (int row = 0; row < rows.count(); row++) {
            rows.copyValues(row, value, 0);
            String time = Instant.ofEpochMilli(rows.timeMillis(row)).toString();
            lines.add(time + ",north," + value[0]);
            lines.add(time + ",south," + (row == 40 ? "" : value[0] / 2));
        }
        lines.add(lines.get(9));
        lines.add("2020-01-01,north,3");
        file = folder.resolve("pumps.csv");
        Files.write(file, lines);
    }

    @Test
    void tellsOneRowForEachRowInTheFilesOrder() throws IOException {
        Path out = folder.resolve("results.csv");

        DetectionWriter.write(detection(), out);

        List<String> read = Files.readAllLines(file);
        List<String> written = Files.readAllLines(out);
        assertThat(written).hasSameSizeAs(read);
        assertThat(written.get(0))
                .isEqualTo(
                        "time,sensor,score,status,warming,alarm,severity,episode,"
                                + "\"a,b\",\"a,b_expected\","
                                + "\"a,b_low\",\"a,b_high\",\"a,b_share\"");
        for (int k = 1; k < read.size() - 1; k++) {
            String[] in = read.get(k).split(",", -1);
            String[] said = written.get(k).split(",", -1);
            assertThat(said[0]).isEqualTo(in[0]);
            assertThat(said[1]).isEqualTo(in[1]);
            assertThat(said[said[6].isEmpty() ? 8 : said.length - 5]).isEqualTo(in[2]);
        }
        assertThat(written.get(82)).contains("south,,hole,60,0,,,,");
        assertThat(written.get(read.size() - 2)).contains("north,,duplicate,,0,,,");
        assertThat(written.get(read.size() - 1))
                .startsWith("2020-01-01T00:00:00Z,north,0.0,warming,100,0,,,3.0");
        assertThat(folder.resolve("results.csv.part")).doesNotExist();
    }

    @Test
    void theRowThatOpensAnEpisodeSaysHowSevereItIsAndWhatHappened() throws IOException {
        Path out = folder.resolve("results.csv");

        DetectionWriter.write(detection(), out);

        List<String> spikes =
                Files.readAllLines(out).stream().filter(line -> line.contains("90")).toList();
        assertThat(spikes)
                .filteredOn(line -> line.contains("north,"))
                .anyMatch(
                        line ->
                                line.matches(
                                        ".*,scored,,1,(moderate|severe),\"a,b at north: 90.*"));
    }

    @Test
    void countsWhatBecameOfTheRows() {
        Detection detection = detection();

        assertThat(detection.rows()).isEqualTo(3_202);
        assertThat(detection.count(RowState.HOLE)).isEqualTo(1);
        assertThat(detection.count(RowState.DUPLICATE)).isEqualTo(1);
        assertThat(detection.outOfOrder()).isEqualTo(2);
        assertThat(detection.sensorMonths()).isBetween(3.0, 4.5);
    }

    @Test
    void theStrongestEpisodesAreThoseOfTheSpike() {
        List<Detection.Found> strongest = detection().strongest(2);

        assertThat(strongest)
                .extracting(found -> found.sensor().sensor())
                .containsExactlyInAnyOrder("north", "south");
        assertThat(strongest)
                .extracting(Detection.Found::sentence)
                .allMatch(sentence -> sentence.contains("never so high in"));
    }

    @Test
    void refusesAFileWithoutRowsAndAContractOfNoAlarms() throws IOException {
        Files.writeString(file, "when,who,x\n");

        assertThatThrownBy(this::detection)
                .isInstanceOf(DataException.class)
                .hasMessage("the data must have rows: there is none below the header");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> detection(0))
                .withMessage("alarmsPerMonth must be positive: 0.0");
    }

    private Detection detection() {
        return detection(1);
    }

    private Detection detection(double alarmsPerMonth) {
        CsvReadings readings = new CsvReadings(List.of(file), CsvOptions.sensors("when", "who"));
        return Detection.of(readings, alarmsPerMonth, SILENT);
    }
}
