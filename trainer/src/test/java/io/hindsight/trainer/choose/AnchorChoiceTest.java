package io.hindsight.trainer.choose;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.anchor.AnchorKind;
import io.hindsight.model.anchor.FilterForm;
import io.hindsight.model.normalise.Normaliser;
import io.hindsight.model.series.Season;
import io.hindsight.trainer.Recordings;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.SensorSeries;
import io.hindsight.trainer.data.ZSeries;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AnchorChoiceTest {
    private static final long HOUR = 3_600_000;
    private static final Season DAILY = new Season(24 * HOUR, 24);
    private static final int CHANNELS = 3;

    @Test
    void choosesTheSameOnOneThreadAndOnTwo() {
        DataSet data = Recordings.waves(3, 1_500, CHANNELS, 0.3, 5);

        AnchorChoice one = choose(data, chosen(1));
        AnchorChoice two = choose(data, chosen(2));

        assertThat(two.candidates()).isEqualTo(one.candidates());
        assertThat(two.rounds()).isEqualTo(one.rounds());
        one.numbers()
                .parameters()
                .forEach(
                        (name, values) ->
                                assertThat(two.numbers().parameters().get(name))
                                        .as(name)
                                        .isEqualTo(values));
    }

    @Test
    void takesTheCandidateThatIsLeastFarOff() {
        AnchorChoice choice = choose(Recordings.waves(2, 1_500, CHANNELS, 0, 6), chosen(2));

        assertThat(choice.candidates()).hasSize(6).filteredOn(Candidate::chosen).hasSize(1);
        assertThat(choice.candidates())
                .allSatisfy(
                        one ->
                                assertThat(choice.chosen().score())
                                        .isLessThanOrEqualTo(1.002 * one.score()));
        assertThat(choice.spec().order()).isEqualTo(choice.chosen().order());
        assertThat(choice.spec().rates()).isEqualTo(choice.chosen().rates().size());
        assertThat(choice.spec().form()).isEqualTo(FilterForm.FULL);
        assertThat(choice.rounds()).isEqualTo(2);
    }

    @Test
    void withHalfOfTheCellsMissingMoreRoundsAreBetterThanOne() {
        DataSet data = Recordings.waves(2, 2_000, CHANNELS, 0.5, 7);

        AnchorChoice chosen = choose(data, given(OptionalInt.empty()));
        AnchorChoice one = choose(data, given(OptionalInt.of(1)));

        assertThat(chosen.rounds()).isGreaterThan(1);
        assertThat(chosen.chosen().score()).isLessThan(0.99 * one.chosen().score());
    }

    @Test
    void obeysWhatIsGiven() {
        DataSet data = Recordings.waves(2, 1_000, CHANNELS, 0.1, 8);

        AnchorChoice choice =
                choose(
                        data,
                        new AnchorOptions(
                                AnchorKind.SEASONAL,
                                OptionalInt.of(2),
                                Optional.of(FilterForm.CHEAP),
                                OptionalDouble.of(77),
                                List.of(0.2),
                                OptionalInt.of(3),
                                1));

        assertThat(choice.candidates()).hasSize(1);
        assertThat(choice.spec().kind()).isEqualTo(AnchorKind.SEASONAL);
        assertThat(choice.spec().order()).isEqualTo(2);
        assertThat(choice.spec().form()).isEqualTo(FilterForm.CHEAP);
        assertThat(choice.chosen().ridge()).isEqualTo(77);
        assertThat(choice.chosen().rates()).containsExactly(0.2);
        assertThat(choice.rounds()).isEqualTo(3);
    }

    @Test
    void aBinThatIsVisitedSixTimesInASeasonMovesByASixthOfTheRateEachTime() {
        DataSet data = Recordings.waves(1, 1_000, CHANNELS, 0, 8);
        Season fourBins = new Season(24 * HOUR, 4);

        AnchorChoice choice = choose(data, fourBins, given(OptionalInt.of(1)));

        float rate = choice.numbers().parameters().get("anchor.rates")[0];
        assertThat(1 - Math.pow(1 - rate, 6)).isBetween(0.0999, 0.1001);
    }

    private static AnchorOptions chosen(int threads) {
        return new AnchorOptions(
                AnchorKind.FILTER,
                OptionalInt.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                List.of(),
                OptionalInt.empty(),
                threads);
    }

    private static AnchorOptions given(OptionalInt rounds) {
        return new AnchorOptions(
                AnchorKind.FILTER,
                OptionalInt.of(1),
                Optional.of(FilterForm.FULL),
                OptionalDouble.of(10),
                List.of(0.1),
                rounds,
                2);
    }

    private static AnchorChoice choose(DataSet data, AnchorOptions options) {
        return choose(data, DAILY, options);
    }

    private static AnchorChoice choose(DataSet data, Season season, AnchorOptions options) {
        double[] scale = new double[CHANNELS];
        Arrays.fill(scale, 3);
        Normaliser normaliser = new Normaliser(new double[] {0, 10, 20}, scale);
        int middle = data.series().get(0).length() * 2 / 3;
        return AnchorChoice.of(
                CHANNELS,
                CHANNELS,
                season,
                options,
                data.series().stream().map(of -> part(of, normaliser, 0, middle)).toList(),
                data.series().stream()
                        .map(of -> part(of, normaliser, middle, of.length()))
                        .toList());
    }

    private static ZSeries part(SensorSeries series, Normaliser normaliser, int from, int to) {
        return new ZSeries(series, normaliser, from, to);
    }
}
