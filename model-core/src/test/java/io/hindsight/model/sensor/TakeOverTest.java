package io.hindsight.model.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hindsight.model.anchor.AnchorKind;
import io.hindsight.model.anchor.AnchorSpec;
import io.hindsight.model.anchor.FilterForm;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.Parameters;
import io.hindsight.model.fixtures.Recording;
import io.hindsight.model.fixtures.Students;
import io.hindsight.model.normalise.Normaliser;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.series.Season;
import io.hindsight.model.student.StudentSpec;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sensor keeps when another model takes over. */
class TakeOverTest {
    private static final long SEED = 83;
    private static final int CHANNELS = 2;
    private static final int WEEK = 168;
    private static final int SWAP = 10 * WEEK;
    private static final int END = SWAP + 2 * WEEK;
    private static final double[][] TRUTH = truth();

    @ParameterizedTest
    @EnumSource
    void theSameNumbersUnderANewVersionChangeNoBit(CellKind cell) {
        Bundle bundle = Students.random(cell, 6, CHANNELS, SEED);
        Recording recording = Recording.hourly(CHANNELS, 400, SEED).withSilences(10, SEED);
        Life steady = Life.with(Acting.always(1, bundle));
        Life swapped =
                Life.with(
                        Acting.always(1, bundle),
                        new Acting(2, recording.times[200], bundle.withNote("why", "a repeat")));
        for (int t = 0; t < recording.length(); t++) {
            StepResult expected = steady.scored(recording.times[t], recording.values[t].clone());
            StepResult found = swapped.scored(recording.times[t], recording.values[t].clone());
            assertThat(Bits.of(found)).as("reading %d", t).isEqualTo(Bits.of(expected));
        }
        assertThat(swapped.state.modelVersion()).isEqualTo(2);
    }

    @Test
    void otherHeadsOnTheSameMemoryChangeOnlyWhatIsSaid() throws Exception {
        Bundle bundle = Students.random(CellKind.LSTM, 6, CHANNELS, SEED);
        Bundle anchorAlone = bundle.withoutCorrections();
        Recording recording = Recording.hourly(CHANNELS, 300, SEED);
        Life steady = Life.with(Acting.always(1, bundle));
        Life swapped =
                Life.with(
                        Acting.always(1, bundle), new Acting(2, recording.times[200], anchorAlone));
        steady.play(recording, 0, 300);
        swapped.play(recording, 0, 300);
        assertThat(Bits.of(swapped.state.memory)).isEqualTo(Bits.of(steady.state.memory));
    }

    @Test
    void aSwapKeepsTheProfilesSoThatTheErrorStaysWhatItWas() {
        Season weekly = new Season(WEEK * Students.HOUR, WEEK);
        Bundle old = follower(weekly, 1, new double[] {0, 10}, new double[] {1, 2});
        Bundle next = follower(weekly, 2, new double[] {3, -5}, new double[] {2.5, 3.5});
        double steady = errorAfterSwap(Life.with(Acting.always(1, old)));
        double swapped = errorAfterSwap(Life.with(Acting.always(1, old), after(next)));
        Bundle otherSeason = follower(new Season(2 * WEEK * Students.HOUR, WEEK), 1, next);
        double cold = errorAfterSwap(Life.with(Acting.always(1, otherSeason), after(next)));
        assertThat(swapped).as("steady %f, cold %f", steady, cold).isLessThan(1.02 * steady);
        assertThat(cold).as("steady %f", steady).isGreaterThan(1.3 * steady);
    }

    @Test
    void profilesAreTheSameInNaturalUnits() {
        Season weekly = new Season(WEEK * Students.HOUR, WEEK);
        Bundle old = follower(weekly, 1, new double[] {0, 10}, new double[] {1, 2});
        Bundle next = follower(weekly, 2, new double[] {3, -5}, new double[] {2.5, 3.5});
        Life life = Life.with(Acting.always(1, old), after(next));
        play(life, 0, SWAP);
        float[] before = life.state.memory.anchor.profiles.clone();
        int[] visits = life.state.memory.anchor.visits.clone();
        play(life, SWAP, SWAP + 1);
        float[] now = life.state.memory.anchor.profiles;
        int touched = weekly.bin(Recording.START + SWAP * Students.HOUR);
        for (int bin = 0; bin < WEEK; bin++) {
            for (int d = 0; d < CHANNELS && bin != touched; d++) {
                int at = bin * CHANNELS + d;
                double expected = old.normaliser().fromZ(d, before[at]);
                assertThat(next.normaliser().fromZ(d, now[at]))
                        .as("bin %d, channel %d", bin, d)
                        .isCloseTo(expected, within(1e-5));
            }
        }
        visits[touched]++;
        assertThat(life.state.memory.anchor.visits).isEqualTo(visits);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void ofOtherChannelsNothingIsCarried(int channels) {
        Bundle old = Students.random(CellKind.GRU, 4, CHANNELS, 1).withOwnScale(20);
        Bundle next = Students.random(CellKind.GRU, 4, channels, 2).withOwnScale(20);
        Life swapped = Life.with(Acting.always(1, old), new Acting(2, time(300), next));
        Recording recording = Recording.hourly(CHANNELS, 300, SEED);
        swapped.play(recording, 0, 300);
        Life fresh = Life.with(Acting.always(2, next));
        double[] values = new double[channels];
        assertThat(Bits.of(swapped.scored(time(300), values)))
                .isEqualTo(Bits.of(fresh.scored(time(300), values)));
    }

    @Test
    void numbersThatAreTooFarApartToConvertLeaveTheColdProfile() {
        Season weekly = new Season(WEEK * Students.HOUR, WEEK);
        Bundle old = follower(weekly, 1, new double[] {1e18, 0}, new double[] {1e18, 1});
        Bundle next = follower(weekly, 2, new double[] {0, 0}, new double[] {1e-300, 1});
        Life life = Life.with(Acting.always(1, old), after(next));
        play(life, 0, SWAP + 1);
        for (float profile : life.state.memory.anchor.profiles) {
            assertThat(profile).isFinite();
        }
        assertThat(Arrays.stream(life.state.memory.anchor.visits).sum())
                .isEqualTo(Past.READINGS + 1);
    }

    private static long time(int hour) {
        return Recording.START + hour * Students.HOUR;
    }

    private static Acting after(Bundle bundle) {
        return new Acting(2, Recording.START + SWAP * Students.HOUR, bundle);
    }

    /** A filter that believes in its running profile, corrected by nothing. */
    private static Bundle follower(Season season, long seed, double[] mean, double[] scale) {
        AnchorSpec anchor = new AnchorSpec(AnchorKind.FILTER, 1, FilterForm.FULL, season, 1);
        StudentSpec spec = Students.spec(CellKind.GRU, 4, CHANNELS, 0, anchor);
        Map<String, float[]> p = Students.parameters(spec, seed);
        Arrays.fill(p.get(Parameters.ANCHOR_PROFILE), 0);
        Arrays.fill(p.get(Parameters.ANCHOR_RATES), 0.05f);
        p.put(Parameters.ANCHOR_TRANSITION, new float[] {0.5f, 0, 0, 0.5f});
        p.put(Parameters.ANCHOR_SEASON, new float[] {1, 1, -0.5f, -0.5f});
        p.put(Parameters.ANCHOR_NOISE, new float[] {0.1f, 0, 0, 0.1f});
        Arrays.fill(p.get(Parameters.ANCHOR_MEASUREMENT), 1e-4f);
        try {
            return Bundle.of(spec, new Normaliser(mean, scale), p, Map.of()).withoutCorrections();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Bundle follower(Season season, long seed, Bundle like) {
        return follower(season, seed, like.normaliser().mean(), like.normaliser().scale());
    }

    /** Mean absolute error of the values that are hidden after the swap. */
    private static double errorAfterSwap(Life life) {
        play(life, 0, SWAP);
        return play(life, SWAP, END);
    }

    /** Hours of silence come after the swap. */
    private static double play(Life life, int from, int to) {
        double sum = 0;
        int count = 0;
        for (int t = from; t < to; t++) {
            boolean hidden = t >= SWAP && t / 6 % 2 == 1;
            double[] seen = TRUTH[t].clone();
            if (hidden) {
                Arrays.fill(seen, Double.NaN);
            }
            StepResult result = life.scored(Recording.START + t * Students.HOUR, seen);
            for (int d = 0; d < CHANNELS && hidden; d++) {
                sum += Math.abs(result.imputed[d] - TRUTH[t][d]);
                count++;
            }
        }
        return sum / Math.max(1, count);
    }

    /** Each channel has a week of its own, and noise. */
    private static double[][] truth() {
        Random random = new Random(SEED);
        double[][] week = new double[WEEK][CHANNELS];
        for (double[] level : week) {
            Arrays.setAll(level, d -> 4 * d + 3 * random.nextGaussian());
        }
        double[][] truth = new double[END][CHANNELS];
        for (int t = 0; t < END; t++) {
            double[] level = week[t % WEEK];
            Arrays.setAll(truth[t], d -> level[d] + 0.3 * random.nextGaussian());
        }
        return truth;
    }
}
