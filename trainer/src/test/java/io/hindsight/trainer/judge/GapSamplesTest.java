package io.hindsight.trainer.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.trainer.Recordings;
import io.hindsight.trainer.Training;
import io.hindsight.trainer.TrainingOptions;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.SensorSeries;
import io.hindsight.trainer.data.Split;
import io.hindsight.trainer.judge.GapSample.Fan;
import io.hindsight.trainer.judge.GapSample.Moment;
import io.hindsight.trainer.train.Progress;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class GapSamplesTest {
    private static final DataSet DATA = Recordings.waves(2, 700, 8, 0.02, 3);
    private static final Bundle BUNDLE = hardlyTrained();

    @Test
    void showsTheMedianGapOfSixChannelsInTheirOrder() {
        HiddenCells hidden = new HiddenCells(DATA);
        for (int d = 0; d < 8; d++) {
            for (int gap = 0; gap < 5; gap++) {
                hide(hidden, gap % 2, 600 + 15 * gap, 6 + gap, d);
            }
        }

        List<GapSample> samples = GapSamples.choose(BUNDLE, DATA, hidden);

        assertThat(samples).hasSize(GapSamples.MOST);
        assertThat(samples).extracting(GapSample::channel).isSorted().doesNotHaveDuplicates();
        assertThat(samples).extracting(GapSample::ranks).allMatch(ranks -> ranks <= 5);
        for (GapSample sample : samples) {
            assertThat(sample.rank()).isEqualTo((sample.ranks() + 1) / 2);
            assertThat(sample.moments().stream().filter(Moment::ofGap)).hasSize(sample.slots());
        }
        assertThat(GapSamples.choose(BUNDLE, DATA, hidden)).isEqualTo(samples);
    }

    @Test
    void theErrorIsThatOfItsMoments() {
        HiddenCells hidden = new HiddenCells(DATA);
        hide(hidden, 1, 620, 10, 2);

        List<GapSample> samples = GapSamples.choose(BUNDLE, DATA, hidden);

        assertThat(samples).hasSize(1);
        GapSample sample = samples.get(0);
        assertThat(sample.sensor()).isEqualTo("sensor-1");
        assertThat(sample.channel()).isEqualTo("channel-2");
        double mae =
                sample.moments().stream()
                        .filter(Moment::ofGap)
                        .mapToDouble(m -> Math.abs(m.causal().value() - m.truth()))
                        .filter(Double::isFinite)
                        .average()
                        .orElseThrow();
        assertThat(sample.mae()).isCloseTo(mae, Offset.offset(1e-9));
    }

    @Test
    void fansAreWhereTheTruthWasNotSeenAndTheirBandsLieInEachOther() {
        HiddenCells hidden = new HiddenCells(DATA);
        hide(hidden, 0, 640, 8, 5);

        for (Moment moment : GapSamples.choose(BUNDLE, DATA, hidden).get(0).moments()) {
            assertThat(moment.causal() == null).isEqualTo(moment.seen());
            assertThat(moment.revised() == null).isEqualTo(moment.seen());
            if (!moment.seen()) {
                assertInEachOther(moment.causal());
                assertInEachOther(moment.revised());
            }
        }
    }

    @Test
    void aChannelOfShortGapsShowsItsLongest() {
        HiddenCells hidden = new HiddenCells(DATA);
        int slot = seen(0, 650, 4);
        hide(hidden, 0, slot, 3, 4);
        hide(hidden, 1, seen(1, 600, 4), 1, 4);

        List<GapSample> samples = GapSamples.choose(BUNDLE, DATA, hidden);

        assertThat(samples).hasSize(1);
        assertThat(samples.get(0).ranks()).isEqualTo(1);
        assertThat(samples.get(0).slots()).isEqualTo(3);
    }

    @Test
    void nothingHiddenShowsNothing() {
        assertThat(GapSamples.choose(BUNDLE, DATA, new HiddenCells(DATA))).isEmpty();
    }

    /** The first of five slots of which all have a value, so that a gap of three ends before. */
    private static int seen(int series, int from, int channel) {
        SensorSeries of = DATA.series().get(series);
        for (int t = from; ; t++) {
            boolean all = true;
            for (int k = -1; k < 4; k++) {
                all &= !Double.isNaN(of.value(t + k, channel));
            }
            if (all) {
                return t;
            }
        }
    }

    private static void hide(HiddenCells hidden, int series, int from, int slots, int channel) {
        for (int t = from; t < from + slots; t++) {
            if (!Double.isNaN(DATA.series().get(series).value(t, channel))) {
                hidden.hide(series, t, channel);
            }
        }
    }

    private static void assertInEachOther(Fan fan) {
        assertThat(fan.low90()).isLessThanOrEqualTo(fan.low50());
        assertThat(fan.low50()).isLessThanOrEqualTo(fan.value());
        assertThat(fan.value()).isLessThanOrEqualTo(fan.high50());
        assertThat(fan.high50()).isLessThanOrEqualTo(fan.high90());
    }

    private static Bundle hardlyTrained() {
        TrainingOptions options =
                TrainingOptions.builder()
                        .hiddenSize(4)
                        .backwardSize(4)
                        .epochs(1)
                        .reviserEpochs(1)
                        .updatesPerEpoch(1)
                        .lanes(4)
                        .threads(1)
                        .build();
        return Training.train(DATA, Split.chronological(DATA), options, Progress.SILENT).bundle();
    }
}
