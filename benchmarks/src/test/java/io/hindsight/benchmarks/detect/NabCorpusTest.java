package io.hindsight.benchmarks.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindsight.trainer.data.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NabCorpusTest {
    private static final String SERIES =
            """
            timestamp,value
            2014-04-01 00:00:00,1
            2014-04-01 00:05:00,2.5
            2014-04-01 00:10:00,3
            2014-04-01 00:15:00,4
            """;
    private static final String WINDOWS =
            """
            {"folder/one.csv": [["2014-04-01 00:05:00.000000", "2014-04-01 00:10:00.000000"]],
             "folder/absent.csv": [["2014-04-01 00:05:00.000000", "2014-04-01 00:10:00.000000"]]}
            """;
    private static final String PROFILES =
            """
            {"mine": {"CostMatrix":
                {"tpWeight": 1.0, "fnWeight": 3.0, "fpWeight": 0.5, "tnWeight": 1.0}}}
            """;

    @TempDir Path folder;

    @Test
    void readsFoldersOfSeriesBesideTheirLabels() throws IOException {
        write("folder/one.csv", SERIES);
        write("folder/two.csv", SERIES);
        write("windows.json", WINDOWS);
        write("profiles.json", PROFILES);

        NabCorpus corpus = NabCorpus.read(folder);

        assertThat(corpus.series())
                .extracting(LabelledSeries::name)
                .containsExactly("folder/one.csv", "folder/two.csv");
        LabelledSeries one = corpus.series().get(0);
        assertThat(one.windows()).containsExactly(new RowWindow(1, 3));
        assertThat(one.value(1)).isEqualTo(2.5);
        assertThat(one.epochMillis(1) - one.epochMillis(0)).isEqualTo(300_000);
        assertThat(corpus.series().get(1).windows()).isEmpty();
        assertThat(corpus.profiles()).containsExactly(new NabProfile("mine", 1, 0.5, 3));
    }

    @Test
    void readsNabsOwnLayout() throws IOException {
        write("data/README.md", "not a series");
        write("data/folder/one.csv", SERIES);
        write("labels/combined_windows.json", WINDOWS);
        write("config/profiles.json", PROFILES);
        write("results/other/folder/other_one.csv", SERIES);

        NabCorpus corpus = NabCorpus.read(folder);

        assertThat(corpus.series()).hasSize(1);
        assertThat(corpus.series().get(0).windows()).hasSize(1);
        assertThat(corpus.profiles()).hasSize(1);
        assertThat(NabCorpus.folder(corpus.series().get(0))).isEqualTo("folder");
        assertThat(NabCorpus.file(corpus.series().get(0))).isEqualTo("one.csv");
    }

    @Test
    void needsNeitherLabelsNorProfiles() throws IOException {
        write("folder/one.csv", SERIES);

        NabCorpus corpus = NabCorpus.read(folder);

        assertThat(corpus.series().get(0).windows()).isEmpty();
        assertThat(corpus.profiles()).isEqualTo(NabProfile.ALL);
    }

    @Test
    void refusesAFolderWithoutSeries() {
        assertThatThrownBy(() -> NabCorpus.read(folder))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("there is none");
    }

    @Test
    void namesTheFileOfBrokenLabels() throws IOException {
        write("folder/one.csv", SERIES);
        write("windows.json", "{\"folder/one.csv\": 3}");

        assertThatThrownBy(() -> NabCorpus.read(folder))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("windows.json");
    }

    @Test
    void writesResultsThatScoreAsTheyDid() throws IOException {
        write("folder/one.csv", SERIES);
        write("windows.json", WINDOWS);
        List<LabelledSeries> corpus = NabCorpus.read(folder).series();
        Path out = folder.resolve("out");
        double[] scores = {0, 3, 1, -2};

        NabResultFiles.write(out, "mine", List.of(new ScoredSeries(corpus.get(0), scores)));

        assertThat(out.resolve("mine/folder/mine_one.csv"))
                .hasContent(
                        """
                        timestamp,value,anomaly_score,label
                        2014-04-01 00:00:00,1.0,0.0,0
                        2014-04-01 00:05:00,2.5,0.75,1
                        2014-04-01 00:10:00,3.0,0.5,1
                        2014-04-01 00:15:00,4.0,0.0,0
                        """);
        ScoredSeries read = NabResultFiles.read(out.resolve("mine"), corpus).get(0);
        assertThat(read.score(1)).isEqualTo(0.75);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
