package io.hindsight.trainer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EpisodeSentenceTest {
    @Test
    void saysWhatWasSeenAndForHowLongItWasNeverSo() {
        assertThat(sentence(Judged.SPIKE, new EpisodeChannel(1, 1, 1, Judged.HIGH, 21.3, 3.14)))
                .isEqualTo(
                        "heat at pump: 90.0 where 21.3 ± 3.1 was expected; never so high in 62"
                                + " days");
    }

    @Test
    void saysSinceWhenItHasNotBeenSoHigh() {
        assertThat(sentence(Judged.SPIKE + 72, new EpisodeChannel(1, 1, 1, 60, 20, 31)))
                .isEqualTo("heat at pump: 60 where 20 ± 31 was expected; not so high for 3 days");
    }

    @Test
    void saysThatTheCourseIsStrangeWhereTheValueIsUsual() {
        assertThat(sentence(600, new EpisodeChannel(0, 1, 0, 20.5, 21, 3)))
                .isEqualTo(
                        "flow at pump: 20.5 where 21.0 ± 3.0 was expected, but not in such a"
                                + " course");
    }

    @Test
    void namesTheOtherChannelsWithTheirSides() {
        String sentence =
                sentence(
                        600,
                        new EpisodeChannel(0, .6, 0, 20.5, 21, Double.NaN),
                        new EpisodeChannel(1, .4, -1, 20.5, 21, 3));

        assertThat(sentence).isEqualTo("flow at pump: 20.50 where 21.00 was expected; with heat ↓");
    }

    @Test
    void aNarrowBandDoesNotMakeTheValuesLong() {
        assertThat(sentence(600, new EpisodeChannel(0, 1, 1, 1.5, .2, .000092)))
                .startsWith("flow at pump: 1.50 where 0.20 ± 9.2e-05 was expected");
    }

    @Test
    void ofLargeNumbersItSaysThreeDigits() {
        assertThat(sentence(600, new EpisodeChannel(0, 1, -1, -4e9, 3e9, 1e8)))
                .startsWith("flow at pump: -4.00e+09 where 3.00e+09 ± 1.00e+08 was expected")
                .endsWith("; never so low in 25 days");
    }

    private static String sentence(int row, EpisodeChannel... channels) {
        return EpisodeSentence.of(
                Judged.of(Judged.waves(2_000, 2)),
                new Episode(row, row, row, 3, 1, List.of(channels)));
    }
}
