package io.hindsight.model.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class EpisodeTrackerTest {
    private static final int NEW_NORMAL_AFTER = 50;

    private final EpisodeTracker tracker = new EpisodeTracker(2, NEW_NORMAL_AFTER);
    private EpisodeState state = new EpisodeState();
    private long now;

    @Test
    void opensAtAnAlarmHoweverHighTheScoresBeforeItWere() {
        assertThat(score(9f)).isEmpty();
        assertThat(alarm(5f)).containsExactly(change(Phase.OPEN, 2, 2, 1, peak(2, 5f)));
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
        assertThat(score(1f)).containsExactly(change(Phase.CLOSED, 1, 4, 3, peak(2, 9f)));
        assertThat(score(0f)).isEmpty();
    }

    @Test
    void goesOnWhileItsChannelStaysAwayThoughNothingSurprisesAnyMore() {
        alarm(5f);
        for (int i = 0; i < 10; i++) {
            assertThat(at(false, 0.1f, 0, 6, 6)).isEmpty();
        }
        at(false, 0.1f, 0, 1, 1);
        assertThat(at(false, 0.1f, 0, 1, 1))
                .extracting(EpisodeChange::phase)
                .containsExactly(Phase.CLOSED);
    }

    @Test
    void isTheNewNormalWhenItHasLastedLongEnough() {
        alarm(5f);
        for (int i = 0; i < NEW_NORMAL_AFTER - 1; i++) {
            assertThat(at(false, 0.1f, 0, 10, 10)).isEmpty();
        }
        assertThat(at(false, 0.1f, 0, 10, 10))
                .extracting(EpisodeChange::phase)
                .containsExactly(Phase.NEW_NORMAL);
        assertThat(at(false, 0.1f, 0, 10, 10)).isEmpty();
    }

    @Test
    void aStrongerAlarmInsideIsAnEpisodeOfItsOwn() {
        alarm(5f);
        assertThat(alarm(6f))
                .containsExactly(
                        change(Phase.CLOSED, 1, 1, 1, peak(1, 5f)),
                        change(Phase.OPEN, 2, 2, 1, peak(2, 6f)));
    }

    @Test
    void soIsAWeakerOneOnAnotherChannel() {
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
    void takesAReadingThatWasNotJudgedNeitherForQuietNorForAnomalous() {
        assertThat(score(Float.NaN)).isEmpty();
        alarm(5f);
        score(0f);
        assertThat(score(Float.NaN)).isEmpty();
        assertThat(score(Float.NaN)).isEmpty();
        assertThat(score(0f)).containsExactly(change(Phase.CLOSED, 2, 2, 1, peak(2, 5f)));
    }

    @Test
    void aSecondEpisodeRemembersNothingOfTheFirst() {
        alarm(9f);
        score(0f);
        score(0f);
        assertThat(alarm(4f)).containsExactly(change(Phase.OPEN, 4, 4, 1, peak(4, 4f)));
    }

    @Test
    void goesOnAfterARestoreAsIfNothingHadHappened() throws IOException {
        long seed = 31;
        Random random = new Random(seed);
        EpisodeState restored = new EpisodeState();
        for (now = 1; now < 5000; now++) {
            float score = random.nextInt(10) == 0 ? Float.NaN : 5 * random.nextFloat();
            boolean alarm = score > 4;
            Moment moment = moment(now, alarm, score, random.nextInt(2), 10, 0);
            assertThat(tracker.update(restored, moment))
                    .as("seed %d, reading %d", seed, now)
                    .isEqualTo(tracker.update(state, moment));
            restored = read(write(restored));
            state = state.copy();
        }
    }

    @Test
    void itsBytesCutShortAreAnIOException() throws IOException {
        alarm(5f);
        byte[] bytes = write(state);
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            Assertions.assertThatExceptionOfType(EOFException.class).isThrownBy(() -> read(cut));
        }
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

    private List<EpisodeChange> alarm(float score) {
        return at(true, score, 0, 10, 0);
    }

    private List<EpisodeChange> score(float score) {
        return at(false, score, 0, score >= 2 ? 10 : 1, 0);
    }

    private List<EpisodeChange> at(
            boolean alarm, float score, int channel, double observed, float expected) {
        now++;
        return tracker.update(state, moment(now, alarm, score, channel, observed, expected));
    }

    private static Moment moment(
            long time, boolean alarm, float score, int channel, double observed, float expected) {
        return new Moment(
                time,
                alarm,
                score,
                channel,
                new boolean[2],
                new double[] {observed, observed},
                new float[] {expected, expected},
                new float[] {1, 1});
    }

    private static Peak peak(long time, float score) {
        return new Peak(time, score, 0, 10, 0, 1);
    }

    private static EpisodeChange change(
            Phase phase, long start, long end, int readings, Peak peak) {
        return new EpisodeChange(EpisodeChange.Kind.SURPRISE, phase, start, end, readings, peak);
    }

    private static byte[] write(EpisodeState state) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        state.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static EpisodeState read(byte[] bytes) throws IOException {
        return EpisodeState.read(new DataInputStream(new ByteArrayInputStream(bytes)), true);
    }
}
