package io.hindsight.model.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.episode.EpisodeChange;
import io.hindsight.model.fixtures.Recording;
import io.hindsight.model.fixtures.Students;
import io.hindsight.model.recurrent.CellKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sensor of a group that has no model, where something is said of it all the same. */
class WithoutModelTest {
    private static final long SEED = 91;
    private static final int WARMING = 100;

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 19})
    void saysSomethingOfEachReadingFromTheFirstOn(int channels) {
        Recording recording = Recording.hourly(channels, 400, SEED);
        Life life = Life.with(WithoutModel.GENERIC);
        for (int t = 0; t < recording.length(); t++) {
            Outcome.Scored scored = life.scoredAs(recording.times[t], recording.values[t].clone());
            StepResult said = scored.result();
            assertThat(scored.modelVersion()).isZero();
            for (int d = 0; d < channels; d++) {
                boolean hole = Double.isNaN(said.observed[d]);
                if (t > WARMING + 100) {
                    assertThat(said.expected[d]).as("reading %d", t).isFinite();
                    assertThat(said.spread[d]).as("reading %d", t).isPositive();
                    assertThat(Float.compare(said.imputed[d], hole ? said.expected[d] : Float.NaN))
                            .isZero();
                }
                assertThat(Float.isNaN(said.channelScore[d])).isEqualTo(hole);
            }
            boolean isSeen = Arrays.stream(said.observed).anyMatch(v -> !Double.isNaN(v));
            assertThat(Float.isNaN(said.score)).isEqualTo(!isSeen);
        }
        assertThat(life.state.generic.channels()).isEqualTo(channels);
        assertThat(life.misses).as("nothing is due without a model").isEmpty();
    }

    @Test
    void countsDownToScoresOfItsOwnPast() {
        Recording recording = Recording.hourly(2, WARMING + 20, SEED);
        Life life = Life.with(WithoutModel.GENERIC);
        for (int t = 0; t < recording.length(); t++) {
            StepResult said = life.scored(recording.times[t], 3.0 + t % 5, t % 7);
            assertThat(said.warming).isEqualTo(Math.max(0, WARMING - t));
            assertThat(said.score).isBetween(0f, said.warming > 0 ? 3f : 10f);
        }
    }

    @Test
    void fillsAHoleWithTheLastValueBeforeItHasAForecast() {
        Life life = Life.with(WithoutModel.GENERIC);
        assertThat(life.scored(Recording.START, Double.NaN).imputed[0]).isNaN();
        life.scored(Recording.START + Students.HOUR, 7);
        StepResult said = life.scored(Recording.START + 2 * Students.HOUR, Double.NaN);
        assertThat(said.imputed[0]).isEqualTo(7);
        assertThat(said.score).isNaN();
    }

    @Test
    void opensAnEpisodeWhereAValueIsFarOut() {
        Random random = new Random(SEED);
        Life life = Life.with(WithoutModel.GENERIC);
        List<EpisodeChange> changes = new ArrayList<>();
        for (int t = 0; t < 1_500; t++) {
            double value = Math.sin(t * Math.PI / 12) + 0.1 * random.nextGaussian();
            Outcome.Scored scored =
                    life.scoredAs(Recording.START + t * Students.HOUR, t == 1_200 ? 25 : value);
            if (t >= 1_200 && t < 1_210) {
                changes.addAll(scored.changes());
            }
        }
        assertThat(changes).isNotEmpty();
        assertThat(changes.get(0).phase()).isEqualTo(EpisodeChange.Phase.OPEN);
        assertThat(changes.get(0).episode().startMillis())
                .isEqualTo(Recording.START + 1_200 * Students.HOUR);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void stoppingAndGoingOnChangesNoBit(int channels) throws IOException {
        Recording recording = Recording.hourly(channels, 400, SEED);
        Life whole = Life.with(WithoutModel.GENERIC);
        Life stopped = Life.with(WithoutModel.GENERIC);
        Life copied = Life.with(WithoutModel.GENERIC);
        for (int t = 0; t < recording.length(); t++) {
            stopped.state = Bits.state(Bits.of(stopped.state));
            copied.state = copied.state.copy();
            String expected = Bits.of(whole.play(recording, t, t + 1));
            assertThat(Bits.of(stopped.play(recording, t, t + 1))).as("%d", t).isEqualTo(expected);
            assertThat(Bits.of(copied.play(recording, t, t + 1))).as("%d", t).isEqualTo(expected);
        }
    }

    /** The model is led through the same past as that of a sensor that has waited. */
    @Test
    void goesOverToAModelAsOneThatHasWaited() {
        Recording recording = Recording.hourly(3, 400, SEED);
        Acting model = new Acting(1, recording.times[250], Students.random(CellKind.GRU, 6, 3, 5));
        Life waited = Life.with(model);
        Life judged = Life.with(WithoutModel.GENERIC, model);
        assertThat(waited.play(recording, 0, 250)).isInstanceOf(Outcome.Waiting.class);
        judged.play(recording, 0, 249);
        judged.accept(recording.times[249], 1e4, 1e4, 1e4);
        waited.state.readings--;
        waited.accept(recording.times[249], 1e4, 1e4, 1e4);
        assertThat(judged.state.generic).isNotNull();
        for (int t = 250; t < recording.length(); t++) {
            String expected = Bits.of(waited.scored(recording.times[t], recording.values[t]));
            assertThat(Bits.of(judged.scored(recording.times[t], recording.values[t])))
                    .as("reading %d", t)
                    .isEqualTo(expected);
        }
        assertThat(judged.state.generic).isNull();
    }

    @Test
    void closesTheOpenEpisodeWhenAModelTakesOver() {
        Recording recording = Recording.hourly(2, 400, SEED);
        Acting model = new Acting(1, recording.times[301], Students.random(CellKind.GRU, 6, 2, 5));
        Life life = Life.with(WithoutModel.GENERIC, model);
        life.play(recording, 0, 300);
        Outcome.Scored opened = life.scoredAs(recording.times[300], 1e5, 1e5);
        Outcome.Scored closed = life.scoredAs(recording.times[301], recording.values[301]);

        assertThat(opened.changes())
                .extracting(EpisodeChange::phase)
                .containsExactly(EpisodeChange.Phase.OPEN);
        assertThat(closed.modelVersion()).isEqualTo(1);
        assertThat(closed.changes())
                .extracting(EpisodeChange::phase)
                .contains(EpisodeChange.Phase.CLOSED);
    }

    @Test
    void beginsAnewWithAnotherNumberOfChannelsAndWaitsWithTooMany() {
        Recording recording = Recording.hourly(2, 200, SEED);
        Life life = Life.with(WithoutModel.GENERIC);
        life.play(recording, 0, 150);
        StepResult said = life.scored(recording.times[150], 1, 2, 3);
        assertThat(said.warming).isEqualTo(WARMING);
        assertThat(life.state.generic.channels()).isEqualTo(3);

        double[] many = new double[GenericStep.MOST_CHANNELS + 1];
        assertThat(life.accept(recording.times[151], many)).isInstanceOf(Outcome.Waiting.class);
    }
}
