package io.hindsight.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFilesTest {
    @TempDir private Path folder;
    private Path february;
    private Path january;

    @BeforeEach
    void write() throws IOException {
        february = CsvFiles.gzip(folder, "2020-02.csv.gz", "time,sensor,x");
        january = CsvFiles.write(folder, "2020-01.csv", "time,sensor,x");
        CsvFiles.write(folder, "notes.txt", "none");
        CsvFiles.write(folder, ".2020-01.csv", "none");
        Files.createDirectory(folder.resolve("old.csv"));
    }

    @Test
    void takesTheCsvFilesOfAFolderInTheOrderOfTheirNames() {
        assertThat(DataFiles.find(List.of(folder))).containsExactly(january, february);
    }

    @Test
    void takesTheFilesThatFitAPattern() {
        assertThat(DataFiles.find(List.of(folder.resolve("2020-*.gz")))).containsExactly(february);
        assertThat(DataFiles.find(List.of(folder.resolve("2020-0?.csv")))).containsExactly(january);
    }

    @Test
    void takesEachFileOnceAndLeavesAnAbsentOneToWhoReadsIt() {
        Path absent = folder.resolve("absent.csv");

        assertThat(DataFiles.find(List.of(february, folder, absent)))
                .containsExactly(february, january, absent);
    }

    @Test
    void saysThatAFolderOrAPatternHasNoFile() {
        Path empty = folder.resolve("old.csv");
        Path pattern = folder.resolve("2021-*.csv");

        assertThatThrownBy(() -> DataFiles.find(List.of(empty)))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        empty
                                + ": there must be a file that fits: none is named"
                                + " *.{csv,csv.gz,CSV,CSV.GZ}");
        assertThatThrownBy(() -> DataFiles.find(List.of(pattern)))
                .isInstanceOf(DataException.class)
                .hasMessage(pattern + ": there must be a file that fits: none is named 2021-*.csv");
    }
}
