package io.hindsight.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.BundleCodec;
import io.hindsight.trainer.adapt.Adaptation;
import io.hindsight.trainer.adapt.Way;
import io.hindsight.trainer.data.DataException;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.SensorSeries;
import io.hindsight.trainer.data.Split;
import io.hindsight.trainer.train.Checkpoints;
import io.hindsight.trainer.train.LoopState;
import io.hindsight.trainer.train.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTrainingTest {
    private static final long HOUR = 3_600_000;

    /** Enough to set trust and spread on its validation part. */
    private static final DataSet LIKE_THE_GROUP = Recordings.waves(1, 4_000, 2, 0.03, 6);

    private static final Split LONG = new Split(2_400 * HOUR, 3_600 * HOUR);
    private static Bundle group;

    @TempDir private Path folder;

    @BeforeAll
    static void trainAGroup() {
        DataSet waves = Recordings.waves(2, 1_200, 2, 0.03, 5);
        TrainingOptions options =
                TrainingOptions.builder()
                        .hiddenSize(8)
                        .updatesPerEpoch(15)
                        .epochs(4)
                        .teacherEpochs(0)
                        .reviserEpochs(1)
                        .lanes(16)
                        .learningRate(0.01)
                        .periods(List.of(Duration.ofDays(1)))
                        .build();
        group =
                Training.train(waves, Split.chronological(waves), options, Progress.SILENT)
                        .bundle();
    }

    @Test
    void triesAllWaysAndKeepsTheShapeAndTheScaleOfTheGroup() throws IOException {
        Trained trained = fit(LIKE_THE_GROUP, LONG, Checkpoints.none(), 2);

        Adaptation adaptation = trained.metrics().adaptation();
        assertThat(adaptation.tried())
                .extracting(Adaptation.Tried::way)
                .containsExactly(Way.AS_IS, Way.ANCHOR, Way.HEADS, Way.ALL);
        assertThat(adaptation.tried()).filteredOn(Adaptation.Tried::kept).hasSize(1);
        assertThat(adaptation.tried()).allMatch(one -> one.mae() > 0 && one.mse() > 0);
        assertThat(trained.metrics().notes())
                .contains(adaptation.sentence())
                .contains("trust and spread are set on the site's validation part");
        assertThat(trained.bundle().spec()).isEqualTo(group.spec());
        assertThat(trained.bundle().normaliser().mean()).isEqualTo(group.normaliser().mean());
        assertThat(trained.bundle().normaliser().scale()).isEqualTo(group.normaliser().scale());
        assertThat(trained.metrics().test().causal().z().mae()).isPositive();
        Path file = folder.resolve("metrics.json");
        trained.metrics().write(file);
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        assertThat(json.at("/adaptation/tried/0/way").asText()).isEqualTo("AS_IS");
    }

    @Test
    void aSiteThatFollowsOtherLawsIsLearnt() {
        Trained trained = fit(wild(), LONG, Checkpoints.none(), 2);

        Adaptation adaptation = trained.metrics().adaptation();
        assertThat(adaptation.kept()).isNotEqualTo(Way.AS_IS);
        double asItIs = adaptation.tried().get(0).score();
        double kept =
                adaptation.tried().stream()
                        .filter(Adaptation.Tried::kept)
                        .findFirst()
                        .orElseThrow()
                        .score();
        assertThat(kept).isLessThan(0.9 * asItIs);
    }

    @Test
    void aSiteOfFewDaysGetsTheGroupsBundleBitByBit() {
        DataSet days = Recordings.waves(1, 100, 2, 0.03, 6);

        Trained trained = fit(days, Split.chronological(days), Checkpoints.none(), 1);

        assertThat(BundleCodec.write(trained.bundle())).isEqualTo(BundleCodec.write(group));
        assertThat(trained.metrics().adaptation().kept()).isEqualTo(Way.AS_IS);
        assertThat(trained.metrics().adaptation().tried()).hasSize(1);
        assertThat(trained.metrics().notes())
                .contains(
                        "the bundle is kept as it is: to learn of a site takes 480 slots with a"
                                + " value in its training part and 1,000 values a channel in its"
                                + " validation part, and there are 70 and 15",
                        "trust and spread stay the group's");
    }

    @Test
    void aSiteMayHaveNoTrainingPartOrNoValidationPart() {
        Split untrained = new Split(-HOUR, 3_600 * HOUR);
        Split untried = new Split(4_000 * HOUR, 5_000 * HOUR);

        Trained noTraining = fit(LIKE_THE_GROUP, untrained, Checkpoints.none(), 1);
        Trained noValidation = fit(LIKE_THE_GROUP, untried, Checkpoints.none(), 1);

        assertThat(noTraining.metrics().adaptation().kept()).isEqualTo(Way.AS_IS);
        assertThat(noTraining.metrics().notes()).contains("trust and spread stay the group's");
        assertThat(BundleCodec.write(noTraining.bundle())).isEqualTo(BundleCodec.write(group));
        assertThat(BundleCodec.write(noValidation.bundle())).isEqualTo(BundleCodec.write(group));
    }

    @Test
    void goesOnWithWhatWasLearntAndEndsWithTheSameBits() {
        Map<String, LoopState> kept = new HashMap<>();
        List<String> loaded = new ArrayList<>();
        Checkpoints checkpoints =
                new Checkpoints() {
                    @Override
                    public synchronized Optional<LoopState> load(String network) {
                        Optional<LoopState> state = Optional.ofNullable(kept.get(network));
                        state.ifPresent(its -> loaded.add(network));
                        return state;
                    }

                    @Override
                    public synchronized void save(String network, LoopState state) {
                        if (state.epoch() < 2) {
                            kept.put(network, state);
                        }
                    }
                };

        Trained first = fit(wild(), LONG, checkpoints, 3);
        Trained again = fit(wild(), LONG, checkpoints, 1);

        assertThat(loaded).containsExactly("site head only", "site all");
        assertThat(BundleCodec.write(again.bundle())).isEqualTo(BundleCodec.write(first.bundle()));
    }

    @Test
    void refusesOtherChannelsAndAnotherIntervalAndNamesBoth() {
        DataSet three = Recordings.waves(1, 100, 3, 0, 6);
        DataSet slow = new DataSet(LIKE_THE_GROUP.channels(), 2 * HOUR, LIKE_THE_GROUP.series());

        assertThatThrownBy(() -> fit(three, LONG, Checkpoints.none(), 1))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "the data's channels must be the bundle's, in its order: data [channel-0,"
                                + " channel-1, channel-2], bundle [channel-0, channel-1]");
        assertThatThrownBy(() -> fit(slow, LONG, Checkpoints.none(), 1))
                .isInstanceOf(DataException.class)
                .hasMessage("the data's interval must be the bundle's: data PT2H, bundle PT1H");
    }

    private static Trained fit(DataSet data, Split split, Checkpoints checkpoints, int threads) {
        TrainingOptions options =
                SiteTraining.builder()
                        .updatesPerEpoch(15)
                        .epochs(2)
                        .lanes(16)
                        .threads(threads)
                        .build();
        return SiteTraining.fit(group, data, split, options, Progress.SILENT, checkpoints);
    }

    /** A second channel that goes against the first one, which it followed in the group. */
    private static DataSet wild() {
        SplittableRandom random = new SplittableRandom(8);
        double level = 0;
        double[][] values = new double[4_000][];
        for (int t = 0; t < values.length; t++) {
            level = 0.9 * level + random.nextDouble() - 0.5;
            double wave = 3 * Math.sin(2 * Math.PI * t / 24) + level;
            double noise = 0.1 * (random.nextDouble() - 0.5);
            values[t] = new double[] {wave + noise, 10 - 2 * wave + noise};
        }
        return new DataSet(
                LIKE_THE_GROUP.channels(),
                HOUR,
                List.of(SensorSeries.of("against", 0, HOUR, values)));
    }
}
