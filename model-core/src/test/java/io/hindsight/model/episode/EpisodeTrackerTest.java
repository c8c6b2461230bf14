package io.hindsight.model.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class EpisodeTrackerTest {
    private final EpisodeTracker tracker = new EpisodeTracker(3f, 2);
    private EpisodeState state = new EpisodeState();
    private long now;

    @Test
    void opensAtTheFirstAnomalousReading() {
        assertThat(score(2.9f)).isEmpty();
        assertThat(score(3f))
                .contains(
                        new EpisodeChange(
                                EpisodeChange.Kind.SURPRISE,
                                EpisodeChange.Phase.OPEN,
                                2,
                                2,
                                1,
                                peak(2, 3f)));
    }

    @Test
    void saysNothingWhileItGoesOn() {
        score(5f);
        assertThat(score(6f)).isEmpty();
        assertThat(score(4f)).isEmpty();
    }

    @Test
    void closesAfterEnoughQuietReadingsInARowAndTellsItsWholeStory() {
        score(5f);
        score(9f);
        score(1f);
        score(4f);
        assertThat(score(0f)).isEmpty();
        assertThat(score(2f))
                .contains(
                        new EpisodeChange(
                                EpisodeChange.Kind.SURPRISE,
                                EpisodeChange.Phase.CLOSED,
                                1,
                                4,
                                3,
                                peak(2, 9f)));
        assertThat(score(0f)).isEmpty();
    }

    @Test
    void keepsTheFirstOfEqualPeaks() {
        score(5f);
        score(5f);
        score(0f);
        assertThat(score(0f).orElseThrow().peak()).isEqualTo(peak(1, 5f));
    }

    @Test
    void takesAReadingThatWasNotScoredNeitherForQuietNorForAnomalous() {
        assertThat(score(Float.NaN)).isEmpty();
        score(5f);
        score(0f);
        assertThat(score(Float.NaN)).isEmpty();
        assertThat(score(Float.NaN)).isEmpty();
        assertThat(score(0f).orElseThrow())
                .isEqualTo(
                        new EpisodeChange(
                                EpisodeChange.Kind.SURPRISE,
                                EpisodeChange.Phase.CLOSED,
                                2,
                                2,
                                1,
                                peak(2, 5f)));
    }

    @Test
    void aSecondEpisodeRemembersNothingOfTheFirst() {
        score(9f);
        score(0f);
        score(0f);
        assertThat(score(4f))
                .contains(
                        new EpisodeChange(
                                EpisodeChange.Kind.SURPRISE,
                                EpisodeChange.Phase.OPEN,
                                4,
                                4,
                                1,
                                peak(4, 4f)));
    }

    @Test
    void asksForAPeakOnlyWhenThereIsAnAnomaly() {
        assertThat(
                        tracker.update(
                                state,
                                2f,
                                () -> {
                                    throw new AssertionError("asked for a quiet reading's peak");
                                }))
                .isEmpty();
    }

    @Test
    void goesOnAfterARestoreAsIfNothingHadHappened() throws IOException {
        long seed = 31;
        Random random = new Random(seed);
        EpisodeState restored = new EpisodeState();
        for (now = 1; now < 5000; now++) {
            float score = random.nextInt(10) == 0 ? Float.NaN : 5 * random.nextFloat();
            assertThat(tracker.update(restored, score, () -> peak(now, score)))
                    .as("seed %d, reading %d", seed, now)
                    .isEqualTo(tracker.update(state, score, () -> peak(now, score)));
            restored = read(write(restored));
            state = state.copy();
        }
    }

    @Test
    void itsBytesCutShortAreAnIOException() throws IOException {
        score(5f);
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
    void refusesAThresholdOrACountThatMeansNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EpisodeTracker(Float.NaN, 1))
                .withMessage("threshold must be positive: NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EpisodeTracker(1, 0))
                .withMessage("quietReadingsToClose must be at least 1: 0");
    }

    private Optional<EpisodeChange> score(float score) {
        now++;
        return tracker.update(state, score, () -> peak(now, score));
    }

    private static Peak peak(long time, float score) {
        return new Peak(time, score, 1, 2.5, 1.5f, 0.5f);
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
