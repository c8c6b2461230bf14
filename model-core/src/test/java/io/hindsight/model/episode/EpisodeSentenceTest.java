package io.hindsight.model.episode;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.episode.EpisodeChange.Phase;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class EpisodeSentenceTest {
    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;
    private static final long START = 1_709_251_200_000L;
    private static final ChannelNames NAMES =
            new ChannelNames(List.of("PM10", "O3", "TEMP"), List.of("µg/m³", "", "°C"));

    @Test
    void saysWhatWasSeenWhereWhatWasExpectedAndForHowLongItWasNeverSo() {
        assertThat(sentence(1, peak(1, 412, 96, 15.5f, 212 * DAY)))
                .isEqualTo(
                        "O3 at Dingling: 412 where 96 ± 31 was expected; never so high in 212"
                                + " days");
    }

    @Test
    void saysTheUnitOnceWhereItIsKnown() {
        assertThat(sentence(1, peak(2, -41, -12, 2, 30 * HOUR)))
                .isEqualTo(
                        "TEMP at Dingling: -41.0 where -12.0 ± 4.0 °C was expected; never so low"
                                + " in 30 hours");
    }

    @Test
    void countsTheOtherChannels() {
        assertThat(sentence(2, peak(0, 412, 96, 15.5f, 0)))
                .isEqualTo("PM10 and 1 other at Dingling: 412 where 96 ± 31 µg/m³ was expected");
        assertThat(sentence(3, peak(0, 412, 96, 15.5f, 0)))
                .startsWith("PM10 and 2 others at Dingling: 412");
    }

    @Test
    void saysThatTheCourseIsStrangeWhereTheValueIsUsual() {
        assertThat(sentence(1, peak(1, 20.5, 21, 1.5f, 0)))
                .isEqualTo(
                        "O3 at Dingling: 20.5 where 21.0 ± 3.0 was expected, but not in such a"
                                + " course");
    }

    @Test
    void saysNoMoreThanIsKnown() {
        assertThat(sentence(1, peak(1, 20.5, Float.NaN, Float.NaN, 0)))
                .isEqualTo("O3 at Dingling: 20.50");
        assertThat(sentence(1, peak(1, 20.5, 21, Float.NaN, 0)))
                .isEqualTo("O3 at Dingling: 20.50 where 21.00 was expected");
        assertThat(sentence(1, peak(7, 412, 96, 15.5f, 0))).startsWith("channel 7 at Dingling: ");
    }

    @Test
    void aNarrowBandDoesNotMakeTheValuesLong() {
        assertThat(sentence(1, peak(1, 1.5, .2f, .000046f, 0)))
                .isEqualTo("O3 at Dingling: 1.50 where 0.20 ± 9.2e-05 was expected");
    }

    @Test
    void ofLargeNumbersItSaysThreeDigits() {
        assertThat(sentence(1, peak(1, -4e9, 3e9f, 5e7f, 0)))
                .isEqualTo("O3 at Dingling: -4.00e+09 where 3.00e+09 ± 1.00e+08 was expected");
    }

    @Test
    void saysOfANewNormalWhatStays() {
        Episode episode = episode(1, peak(0, 412, 96, 15.5f, 0));
        assertThat(sentence(Phase.NEW_NORMAL, episode))
                .isEqualTo(
                        "PM10 at Dingling: 412 where 96 ± 31 µg/m³ was expected; it stays 219"
                                + " higher: the new normal");
        assertThat(sentence(Phase.CLOSED, episode)).isEqualTo(sentence(Phase.OPEN, episode));
    }

    @Test
    void saysOfASilenceSinceWhenNothingCame() {
        Episode silence = Episode.silence(START, START + 2 * HOUR, 3);
        String since = "2024-03-01T00:00:00Z";
        assertThat(sentence(Phase.OPEN, silence))
                .isEqualTo(
                        "Dingling has sent nothing since " + since + ", 3 readings that were due");
        assertThat(sentence(Phase.LOST, silence)).startsWith("Dingling is lost: ");
        assertThat(sentence(Phase.CLOSED, silence))
                .isEqualTo("Dingling sent nothing from " + since + " on, 3 readings that were due");
    }

    @Test
    void saysOfWhatIsWithdrawnThatItNeverWas() {
        assertThat(sentence(Phase.WITHDRAWN, Episode.silence(START, START, 0)))
                .isEqualTo(
                        "Dingling: readings that came late show that it was not silent at"
                                + " 2024-03-01T00:00:00Z");
        assertThat(sentence(Phase.WITHDRAWN, Episode.bare(Episode.Kind.SURPRISE, START, START, 0)))
                .isEqualTo(
                        "Dingling: readings that came late show that nothing was strange at"
                                + " 2024-03-01T00:00:00Z");
    }

    @Test
    void isTheSameWhereverTheMachineStands() {
        Locale before = Locale.getDefault();
        String here = sentence(3, peak(0, 41_200.5, 96, 15.5f, 2_000 * DAY));
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(sentence(3, peak(0, 41_200.5, 96, 15.5f, 2_000 * DAY))).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String sentence(int channels, Peak peak) {
        return sentence(Phase.OPEN, episode(channels, peak));
    }

    private static String sentence(Phase phase, Episode episode) {
        return EpisodeSentence.of("Dingling", new EpisodeChange(phase, episode, NAMES));
    }

    private static Peak peak(
            int channel, double observed, float expected, float spread, long neverSoMillis) {
        return new Peak(START, 4, channel, observed, expected, spread, neverSoMillis);
    }

    private static Episode episode(int channels, Peak peak) {
        EpisodeChannel[] all = new EpisodeChannel[channels];
        for (int j = 0; j < channels; j++) {
            all[j] = new EpisodeChannel(j, 1f / channels, Direction.ABOVE, 1, 2, 3);
        }
        return new Episode(Episode.Kind.SURPRISE, START, START, 1, peak, 218.6, List.of(all));
    }
}
