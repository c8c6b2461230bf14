package io.hindsight.model.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.hindsight.model.episode.EpisodeChange.Phase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EpisodeTrackerTest {
    private static final int NEW_NORMAL_AFTER = 50;
    private static final ChannelNames NAMES = ChannelNames.of(List.of("flow", "heat"));

    private final EpisodeTracker tracker = new EpisodeTracker(2, NEW_NORMAL_AFTER);
    private EpisodeState state = new EpisodeState();
    private long now;

    @Test
    void opensAtAnAlarmHoweverHighTheScoresBeforeItWere() {
        assertThat(score(9f)).isEmpty();
        Episode opened = only(alarm(5f), Phase.OPEN);
        assertThat(opened.startMillis()).isEqualTo(2);
        assertThat(opened.endMillis()).isEqualTo(2);
        assertThat(opened.readings()).isEqualTo(1);
        assertThat(opened.peak()).isEqualTo(peak(2, 5f));
    }

    @Test
    void saysNothingWhileItGoesOn() {
        alarm(5f);
        assertThat(score(4f)).isEmpty();
        assertThat(score(2f)).isEmpty();
    }

    @Test
    void closesAfterEnoughQuietReadingsInARowAndTellsItsWholeStory() {
        alarm(5f);
        score(9f);
        score(1f);
        score(4f);
        assertThat(score(0f)).isEmpty();
        Episode closed = only(score(1f), Phase.CLOSED);
        assertThat(closed.startMillis()).isEqualTo(1);
        assertThat(closed.endMillis()).isEqualTo(4);
        assertThat(closed.readings()).isEqualTo(3);
        assertThat(closed.peak()).isEqualTo(peak(2, 9f));
        assertThat(score(0f)).isEmpty();
    }

    @Test
    void anAlarmCloseBehindIsPartOfIt() {
        alarm(5f);
        score(0f);
        assertThat(alarm(4f)).isEmpty();
        score(0f);
        Episode closed = only(score(0f), Phase.CLOSED);
        assertThat(closed.readings()).isEqualTo(2);
        assertThat(closed.endMillis()).isEqualTo(3);
    }

    @Test
    void goesOnWhileItsChannelStaysAwayThoughNothingSurprisesAnyMore() {
        alarm(5f);
        for (int i = 0; i < 10; i++) {
            assertThat(at(false, 0.1f, 0, 6, 6)).isEmpty();
        }
        at(false, 0.1f, 0, 1, 1);
        only(at(false, 0.1f, 0, 1, 1), Phase.CLOSED);
    }

    @Test
    void isTheNewNormalWhenItHasLastedLongEnough() {
        alarm(5f);
        for (int i = 0; i < NEW_NORMAL_AFTER - 1; i++) {
            assertThat(at(false, 0.1f, 0, 10, 10)).isEmpty();
        }
        Episode ended = only(at(false, 0.1f, 0, 10, 10), Phase.NEW_NORMAL);
        assertThat(ended.lasting()).isEqualTo(10);
        assertThat(at(false, 0.1f, 0, 10, 10)).isEmpty();
    }

    @Test
    void isNoNewNormalBeforeADozenReadingsHoweverLongTheyTake() {
        alarm(5f);
        for (int i = 2; i < EpisodeTracker.LEAST_NEW_NORMAL_READINGS; i++) {
            now += NEW_NORMAL_AFTER;
            assertThat(at(false, 0.1f, 0, 10, 10)).isEmpty();
        }
        only(at(false, 0.1f, 0, 10, 10), Phase.NEW_NORMAL);
    }

    @Test
    void aStrongerAlarmInsideIsAnEpisodeOfItsOwn() {
        alarm(5f);
        List<EpisodeChange> changes = alarm(6f);
        assertThat(changes)
                .extracting(EpisodeChange::phase)
                .containsExactly(Phase.CLOSED, Phase.OPEN);
        assertThat(changes.get(0).episode().peak()).isEqualTo(peak(1, 5f));
        assertThat(changes.get(1).episode().startMillis()).isEqualTo(2);
        assertThat(changes.get(1).episode().peak()).isEqualTo(peak(2, 6f));
    }

    @Test
    void soIsAWeakerOneOnAChannelThatTheFirstIsNotAbout() {
        alarm(5f);
        assertThat(at(true, 4f, 1, 10, 0))
                .extracting(EpisodeChange::phase)
                .containsExactly(Phase.CLOSED, Phase.OPEN);
    }

    @Test
    void aWeakerAlarmOnTheSameChannelIsPartOfIt() {
        alarm(5f);
        assertThat(alarm(4f)).isEmpty();
    }

    @Test
    void soIsAWeakerOneOnAnotherChannelThatItIsAboutAlready() {
        alarm(5f);
        at(false, 3f, 1, 10, 0);
        assertThat(at(true, 4f, 1, 10, 0)).isEmpty();
    }

    @Test
    void isToldAgainWhenItsSeverityRises() {
        alarm(3.2f);
        assertThat(score(3.9f)).as("higher in the same band").isEmpty();
        Episode severe = only(score(4f), Phase.UPDATE);
        assertThat(severe.startMillis()).isEqualTo(1);
        assertThat(severe.readings()).isEqualTo(3);
        assertThat(severe.peak()).isEqualTo(peak(3, 4f));
        assertThat(score(4.5f)).isEmpty();
        assertThat(only(score(5f), Phase.UPDATE).peak().severity()).isEqualTo(Severity.EXTREME);
    }

    @Test
    void isToldAgainWhenAnotherChannelIsStrongestAtAHigherPeak() {
        alarm(3.2f);
        assertThat(at(false, 3.1f, 1, 10, 0)).as("the other one, lower").isEmpty();
        Episode moved = only(at(false, 3.3f, 1, 10, 0), Phase.UPDATE);
        assertThat(moved.peak().channel()).isEqualTo(1);
        assertThat(at(false, 3.4f, 1, 10, 0)).isEmpty();
        assertThat(only(at(false, 3.5f, 0, 10, 0), Phase.UPDATE).peak().channel()).isZero();
    }

    @Test
    void tellsWhatItToldLastForAsLongAsItIsOpen() {
        assertThat(state.told(NAMES)).isEmpty();
        EpisodeChange opened = alarm(3.2f).get(0);
        score(3.5f);
        assertThat(state.told(NAMES)).contains(opened);
        EpisodeChange updated = score(4.5f).get(0);
        score(3f);
        assertThat(state.told(NAMES)).contains(updated);
        score(0f);
        score(0f);
        assertThat(state.told(NAMES)).isEmpty();
    }

    @Test
    void channelsHaveTheirSharesAndSidesOfAllOfItAndTheirValuesOfThePeak() {
        moment(true, 4f, new float[] {.75f, .25f}, 9, 1);
        moment(false, 3f, new float[] {.25f, .75f}, 8, 2);
        moment(false, 1f, new float[] {0, 1}, 8, 9);
        List<EpisodeChannel> channels = state.episode().channels();
        assertThat(channels).extracting(EpisodeChannel::channel).containsExactly(1, 0);
        assertThat(channels.get(0).share()).isEqualTo(4.25f / 8, within(1e-6f));
        assertThat(channels.get(1).share()).isEqualTo(3.75f / 8, within(1e-6f));
        assertThat(channels.get(0).direction()).isEqualTo(Direction.BELOW);
        assertThat(channels.get(1).direction()).isEqualTo(Direction.ABOVE);
        assertThat(channels.get(1).observed()).isEqualTo(9);
        assertThat(channels.get(0).observed()).isEqualTo(1);
        assertThat(channels.get(0).expected()).isEqualTo(5);
        assertThat(channels.get(0).halfWidth()).isEqualTo(2);
    }

    @Test
    void aChannelNowAboveAndNowBelowIsBoth() {
        moment(true, 4f, new float[] {.5f, .5f}, 9, 9);
        moment(false, 4f, new float[] {.5f, .5f}, 9, 1);
        assertThat(state.episode().channels())
                .extracting(EpisodeChannel::direction)
                .containsExactly(Direction.ABOVE, Direction.BOTH);
    }

    @Test
    void aChannelWithATenthOfItIsNamedAndOneWithLessIsNotAndTheNamedSumToOne() {
        moment(true, 4f, new float[] {.95f, .05f}, 9, 9);
        assertThat(state.episode().channels())
                .singleElement()
                .satisfies(one -> assertThat(one.share()).isEqualTo(1));
    }

    @Test
    void whatIsIgnoredHasNoShareInIt() {
        boolean[] ignored = {false, true};
        float[] halves = {.5f, .5f};
        tracker.update(state, moment(1, true, 4f, 0, ignored, halves, 9, 9), NAMES);
        assertThat(state.episode().channels())
                .extracting(EpisodeChannel::channel)
                .containsExactly(0);
    }

    @Test
    void tellsHowFarTheChannelStaysFromWhatWasExpectedAtTheStart() {
        alarm(5f);
        at(false, 3f, 0, 8, 7);
        at(false, 3f, 0, 6, 7);
        assertThat(state.episode().lasting()).as("of 10, 8 and 6, from 0").isEqualTo(8);
    }

    @Test
    void theNumberOfChannelsMayChangeWithTheModel() {
        alarm(5f);
        Moment three =
                new Moment(
                        2,
                        false,
                        3f,
                        2,
                        new boolean[3],
                        new float[] {0, 0, 1},
                        new double[] {9, 9, 9},
                        new float[3],
                        new float[3],
                        new byte[3],
                        0);
        assertThat(tracker.update(state, three, NAMES)).isEmpty();
        assertThat(state.episode().channels())
                .extracting(EpisodeChannel::channel)
                .containsExactly(0, 2);
    }

    @Test
    void endsWhereItsChannelIsNoneOfAnotherModels() {
        at(true, 5f, 1, 10, 0);
        Moment one =
                new Moment(
                        2,
                        false,
                        3f,
                        0,
                        new boolean[1],
                        new float[] {1},
                        new double[] {9},
                        new float[1],
                        new float[1],
                        new byte[1],
                        0);
        only(tracker.update(state, one, NAMES), Phase.CLOSED);
    }

    @Test
    void takesAReadingThatWasNotJudgedNeitherForQuietNorForAnomalous() {
        assertThat(score(Float.NaN)).isEmpty();
        alarm(5f);
        score(0f);
        assertThat(score(Float.NaN)).isEmpty();
        assertThat(score(Float.NaN)).isEmpty();
        assertThat(only(score(0f), Phase.CLOSED).readings()).isEqualTo(1);
    }

    @Test
    void aSecondEpisodeRemembersNothingOfTheFirst() {
        at(true, 9f, 1, 10, 0);
        score(0f);
        score(0f);
        Episode second = only(alarm(4f), Phase.OPEN);
        assertThat(second.startMillis()).isEqualTo(4);
        assertThat(second.peak()).isEqualTo(peak(4, 4f));
        assertThat(second.channels()).extracting(EpisodeChannel::channel).containsExactly(0);
        assertThat(second.lasting()).isEqualTo(10);
    }

    @Test
    void aRecordIsToldOnlyOnTheSideOnWhichTheChannelLay() {
        assertThat(record(10, 1, 86_400_000)).isEqualTo(86_400_000);
        assertThat(record(-10, -1, 86_400_000)).isEqualTo(86_400_000);
        assertThat(record(10, -1, 86_400_000)).isZero();
        assertThat(record(10, 0, 86_400_000)).isZero();
        assertThat(record(10, 1, 86_399_999)).as("younger than a day").isZero();
    }

    private static long record(double observed, int beyond, long pastMillis) {
        return new Moment(
                        1,
                        true,
                        4f,
                        0,
                        new boolean[1],
                        new float[] {1},
                        new double[] {observed},
                        new float[1],
                        new float[1],
                        new byte[] {(byte) beyond},
                        pastMillis)
                .peak()
                .neverSoMillis();
    }

    @Test
    void goesOnAfterARestoreAsIfNothingHadHappened() throws IOException {
        long seed = 31;
        Random random = new Random(seed);
        EpisodeState restored = new EpisodeState();
        for (now = 1; now < 5000; now++) {
            float score = random.nextInt(10) == 0 ? Float.NaN : 5.5f * random.nextFloat();
            boolean alarm = score > 4 && random.nextBoolean();
            Moment moment = moment(now, alarm, score, random.nextInt(2), 10, 0);
            assertThat(tracker.update(restored, moment, NAMES))
                    .as("seed %d, reading %d", seed, now)
                    .isEqualTo(tracker.update(state, moment, NAMES));
            restored = read(write(restored));
            assertThat(restored.told(NAMES)).isEqualTo(state.told(NAMES));
            state = state.copy();
        }
    }

    @Test
    void itsBytesCutShortAreAnIOException() throws IOException {
        alarm(5f);
        byte[] bytes = write(state);
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatExceptionOfType(EOFException.class).isThrownBy(() -> read(cut));
        }
    }

    @Test
    void aPeakOfAChannelThatThereIsNotIsAnIOException() throws IOException {
        alarm(5f);
        byte[] bytes = write(state);
        bytes[1 + 8 + 8 + 4 + 4 + 8 + 4] = -1;
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> read(bytes))
                .withMessageStartingWith("channel of an episode's peak must be below 2: -");
    }

    @Test
    void noEpisodeIsOneByte() throws IOException {
        assertThat(write(new EpisodeState())).hasSize(1);
    }

    @Test
    void refusesACountOrATimeThatMeansNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EpisodeTracker(0, 1))
                .withMessageContaining("0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EpisodeTracker(1, 0))
                .withMessageContaining("0");
    }

    private static Episode only(List<EpisodeChange> changes, Phase phase) {
        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).phase()).isEqualTo(phase);
        assertThat(changes.get(0).names()).isEqualTo(NAMES);
        return changes.get(0).episode();
    }

    private List<EpisodeChange> alarm(float score) {
        return at(true, score, 0, 10, 0);
    }

    private List<EpisodeChange> score(float score) {
        return at(false, score, 0, score >= 2 ? 10 : 1, 0);
    }

    private List<EpisodeChange> at(
            boolean alarm, float score, int channel, double observed, float expected) {
        now++;
        return tracker.update(state, moment(now, alarm, score, channel, observed, expected), NAMES);
    }

    /** One with all of the share on one channel. */
    private static Moment moment(
            long time, boolean alarm, float score, int channel, double observed, float expected) {
        float[] share = new float[2];
        share[channel] = 1;
        return new Moment(
                time,
                alarm,
                score,
                channel,
                new boolean[2],
                share,
                new double[] {observed, observed},
                new float[] {expected, expected},
                new float[] {1, 1},
                new byte[2],
                0);
    }

    private void moment(boolean alarm, float score, float[] share, double... observed) {
        now++;
        tracker.update(state, moment(now, alarm, score, 0, new boolean[2], share, observed), NAMES);
    }

    private static Moment moment(
            long time,
            boolean alarm,
            float score,
            int channel,
            boolean[] ignored,
            float[] share,
            double... observed) {
        return new Moment(
                time,
                alarm,
                score,
                channel,
                ignored,
                share,
                observed,
                new float[] {5, 5},
                new float[] {1, 1},
                new byte[2],
                0);
    }

    private static Peak peak(long time, float score) {
        return new Peak(time, score, 0, 10, 0, 1, 0);
    }

    private static byte[] write(EpisodeState state) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        state.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static EpisodeState read(byte[] bytes) throws IOException {
        return EpisodeState.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }
}
