package io.hindsight.model.score.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class JointScorerTest {
    private static final int CHANNELS = 8;
    private static final long SEED = 5;

    @Test
    void isStrongerTheMoreChannelsAreStrange() {
        float last = 0;
        for (int strange = 0; strange <= Strongest.COUNT; strange++) {
            JointStream stream = JointStream.of(CHANNELS, SEED).run(1_000).draw();
            for (int j = 0; j < strange; j++) {
                stream.shift(j, 8);
            }
            float strength = stream.score();
            assertThat(strength).as("%d strange channels", strange).isGreaterThan(last);
            last = strength;
        }
        assertThat(last).isGreaterThan(6);
    }

    @Test
    void doesNotDependOnTheUnitOfTheValues() {
        JointStream one = JointStream.of(CHANNELS, SEED);
        JointStream other = new JointStream(CHANNELS, true, SEED, 64);
        for (int t = 0; t < 2_000; t++) {
            one.draw();
            other.draw();
            if (t % 97 == 0) {
                one.shift(t % CHANNELS, 9);
                other.shift(t % CHANNELS, 9);
            }
            assertThat(other.score()).as("reading %d", t).isEqualTo(one.score());
            assertThat(other.result.share).isEqualTo(one.result.share);
        }
    }

    @Test
    void doesNotDependOnTheLevelOfTheValues() {
        JointStream one = new JointStream(CHANNELS, false, SEED, 1);
        JointStream other = new JointStream(CHANNELS, false, SEED, 1);
        for (int t = 0; t < 1_000; t++) {
            one.draw();
            other.draw();
            for (int j = 0; j < CHANNELS; j++) {
                other.deviation[j] += 32 * j;
            }
            assertThat(other.score()).as("reading %d", t).isCloseTo(one.score(), within(2e-3f));
        }
    }

    @Test
    void doesNotDependOnTheOrderOfTheChannels() {
        JointStream one = JointStream.of(CHANNELS, SEED);
        JointStream other = JointStream.of(CHANNELS, SEED);
        for (int t = 0; t < 1_000; t++) {
            one.draw();
            for (int j = 0; j < CHANNELS; j++) {
                other.residual[CHANNELS - 1 - j] = one.residual[j];
                other.deviation[CHANNELS - 1 - j] = one.deviation[j];
            }
            assertThat(other.score()).as("reading %d", t).isEqualTo(one.score());
        }
    }

    @Test
    void saysNothingOfChannelsThatNeverMove() {
        JointStream stream = JointStream.of(CHANNELS, SEED);
        for (int t = 0; t < 1_000; t++) {
            assertThat(stream.score()).isZero();
            assertThat(stream.result.share).containsOnly(0);
            assertThat(stream.result.rank).isZero();
        }
    }

    @Test
    void findsAChannelThatMovesForTheFirstTime() {
        JointStream stream = JointStream.of(CHANNELS, SEED);
        for (int t = 0; t < 1_000; t++) {
            stream.draw();
            stream.residual[3] = 0;
            stream.deviation[3] = 0;
            stream.score();
        }
        float before = stream.result.strength;
        stream.draw();
        stream.residual[3] = 5;
        stream.deviation[3] = 5;

        assertThat(stream.score()).isGreaterThan(before + 4);
        assertThat(stream.result.share[3]).isGreaterThan(0.5f);
    }

    @Test
    void aHoleChangesNothingOfItsChannel() {
        JointStream stream = JointStream.of(CHANNELS, SEED).run(500);
        float spread = stream.state.residualSpread[2];
        float momentum = stream.state.momentum[2];
        float level = stream.state.level[2];
        float usual = stream.state.usual[2];
        float blame = stream.state.blame[2];
        for (int t = 0; t < 50; t++) {
            stream.draw().hole(2).score();
            assertThat(stream.result.without[2]).isEqualTo(stream.result.strength);
        }
        assertThat(stream.state.residualSpread[2]).isEqualTo(spread);
        assertThat(stream.state.momentum[2]).isEqualTo(momentum);
        assertThat(stream.state.level[2]).isEqualTo(level);
        assertThat(stream.state.usual[2]).isEqualTo(usual);
        assertThat(stream.state.blame[2]).isEqualTo(blame);
    }

    @Test
    void aReadingOfHolesHasNoStrength() {
        JointStream stream = JointStream.of(CHANNELS, SEED).run(500);
        Arrays.fill(stream.residual, Float.NaN);

        assertThat(stream.score()).isZero();
        assertThat(stream.result.without).containsOnly(0);
    }

    @Test
    void sharesSumToOne() {
        JointStream stream = JointStream.of(CHANNELS, SEED);
        for (int t = 0; t < 500; t++) {
            stream.draw().shift(t % CHANNELS, t % 13).hole((t + 1) % CHANNELS).score();
            double sum = 0;
            for (float share : stream.result.share) {
                assertThat(share).isBetween(0f, 1f);
                sum += share;
            }
            if (t > 0) {
                assertThat(sum).as("reading %d", t).isCloseTo(1, within(1e-6));
            }
        }
    }

    @Test
    void tellsWhatTheStrengthWouldBeWithoutAChannel() {
        JointStream stream = JointStream.of(CHANNELS, SEED);
        for (int t = 0; t < 1_000; t++) {
            stream.draw().shift(t % CHANNELS, t % 11);
            int left = (t / 3) % CHANNELS;
            JointScorer again = new JointScorer(CHANNELS, true);
            JointState copy = stream.copyOfState();
            float[] residual = stream.residual.clone();
            residual[left] = Float.NaN;
            JointResult expected = new JointResult(CHANNELS);
            again.score(copy, residual, stream.deviation, expected);
            stream.score();
            assertThat(stream.result.without[left])
                    .as("reading %d, seed %d", t, SEED)
                    .isEqualTo(expected.strength);
            assertThat(stream.result.without[left]).isLessThanOrEqualTo(stream.result.strength);
        }
    }

    @Test
    void aReturnToTheSeasonIsNoEvent() {
        JointStream away = JointStream.of(CHANNELS, SEED).run(1_000).draw();
        JointStream back = JointStream.of(CHANNELS, SEED).run(1_000).draw();
        for (int j = 0; j < CHANNELS; j++) {
            away.residual[j] = 10;
            away.deviation[j] = 10;
            back.residual[j] = 10;
            back.deviation[j] = 0.2f;
        }
        assertThat(back.score()).isLessThan(away.score() / 2);
    }

    @Test
    void ranksAnEventThatLastsAboveOneThatPasses() {
        JointStream lasting = JointStream.of(CHANNELS, SEED).run(1_000);
        JointStream passing = JointStream.of(CHANNELS, SEED).run(1_000);
        for (int t = 0; t < 4; t++) {
            lasting.draw().shift(0, 9).shift(1, 9).score();
            passing.draw().shift(0, t == 0 ? 9 : 0).shift(1, t == 0 ? 9 : 0).score();
        }
        assertThat(lasting.result.rank).isGreaterThan(2 * passing.result.rank);
    }

    @Test
    void takesForOrdinaryWhatLasts() {
        JointStream stream = JointStream.of(CHANNELS, SEED).run(2_000);
        float first = stream.draw().shift(0, 8).score();
        float last = 0;
        for (int t = 0; t < 3_000; t++) {
            last = stream.draw().shift(0, t % 2 == 0 ? 8 : -8).score();
        }
        assertThat(last).isLessThan(first);
    }

    @Test
    void isSilentOverTheFirstReadings() {
        JointStream stream = JointStream.of(CHANNELS, SEED);
        for (int t = 0; t < JointScorer.SILENT_READINGS; t++) {
            assertThat(stream.draw().shift(1, 100).score()).isZero();
        }
        assertThat(stream.draw().score()).isPositive();
    }

    @Test
    void staysFiniteWhateverIsObserved() {
        JointStream stream = JointStream.of(2, SEED);
        float[] extremes = {0, 3e38f, -3e38f, 1e-38f, -1, 1e20f};
        for (int t = 0; t < 3_000; t++) {
            stream.residual[0] = extremes[t % extremes.length];
            stream.deviation[0] = extremes[(t / 7) % extremes.length];
            stream.residual[1] = t % 1_000 == 999 ? 3e38f : 0;
            stream.deviation[1] = stream.residual[1];
            assertThat(stream.score()).as("reading %d", t).isFinite();
            assertThat(stream.result.rank).isFinite();
            assertThat(stream.result.share[0]).isFinite();
        }
    }

    @Test
    void asksForAChannel() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JointScorer(0, true))
                .withMessage("channels must be at least 1: 0");
    }
}
