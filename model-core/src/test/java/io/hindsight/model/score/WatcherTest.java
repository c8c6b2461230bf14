package io.hindsight.model.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatcherTest {
    private static final long SEED = 41;

    /** Further than noise ever goes, in spreads of a channel. */
    private static final double FAR = 10_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 19})
    void aChannelThatIsFarOutRaisesAnAlarmUnlessItIsIgnored(int channels) {
        for (boolean isIgnored : new boolean[] {false, true}) {
            JudgedStream stream = JudgedStream.of(channels, SEED).run(3_000);
            int last = channels - 1;
            stream.ignored[last] = isIgnored;
            Judgement judgement = stream.draw().shift(last, FAR).judge();
            assertThat(judgement.alarm).as("ignored: %s", isIgnored).isEqualTo(!isIgnored);
            assertThat(judgement.score).isGreaterThan(3);
            if (isIgnored) {
                assertThat(judgement.counted).isLessThan(judgement.score);
            } else {
                assertThat(judgement.counted).isEqualTo(judgement.score);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 19})
    void whereAllIsIgnoredNothingRaisesAnAlarm(int channels) {
        JudgedStream stream = JudgedStream.of(channels, SEED);
        stream.alarmsPerMonth = 1_000;
        for (int j = 0; j < channels; j++) {
            stream.ignored[j] = true;
        }
        Random random = new Random(SEED);
        for (int t = 0; t < 4_000; t++) {
            stream.draw();
            if (random.nextInt(50) == 0) {
                stream.shift(random.nextInt(channels), 100 * random.nextGaussian());
            }
            assertThat(stream.judge().alarm).as("reading %d, seed %d", t, SEED).isFalse();
        }
    }

    @Test
    void ignoringAChannelLeavesTheOthersTheirAlarms() {
        JudgedStream stream = JudgedStream.of(5, SEED).run(3_000);
        stream.ignored[0] = true;
        assertThat(stream.draw().shift(0, FAR).shift(3, FAR).judge().alarm).isTrue();
    }

    @Test
    void timesThatFollowNoClockFindWhatAClockWouldHaveFound() {
        for (int channels : new int[] {1, 3}) {
            JudgedStream stream = JudgedStream.of(channels, SEED);
            stream.intervalMillis = 0;
            Random random = new Random(SEED);
            long time = JudgedStream.START;
            int alarms = 0;
            for (int t = 0; t < 8_640; t++) {
                stream.draw();
                time += (long) (-Math.log(1 - random.nextDouble()) * JudgedStream.FIVE_MINUTES) + 1;
                stream.seen.eventTimeMillis = time;
                Judgement judgement = stream.judge();
                assertThat(judgement.score).isFinite().isNotNegative();
                alarms += judgement.alarm ? 1 : 0;
            }
            stream.draw().shift(0, FAR).seen.eventTimeMillis = time + 1;
            assertThat(alarms).as("%d channels, seed %d", channels, SEED).isLessThanOrEqualTo(12);
            assertThat(stream.judge().alarm).as("%d channels", channels).isTrue();
        }
    }

    @Test
    void readingsOfOneMomentAndAfterYearsAreJudgedLikeOthers() {
        JudgedStream stream = JudgedStream.of(1, SEED);
        stream.intervalMillis = 0;
        for (int t = 0; t < 400; t++) {
            stream.draw().seen.eventTimeMillis = JudgedStream.START;
            assertThat(stream.judge().score).isFinite().isNotNegative();
        }
        stream.draw().seen.eventTimeMillis = JudgedStream.START + 300L * 366 * 86_400_000;
        assertThat(stream.judge().score).isFinite().isNotNegative();
    }

    @Test
    void aHoleChangesNothingOfItsChannel() {
        JudgedStream stream = JudgedStream.of(3, SEED).run(1_000);
        double spread = stream.watch.joint.residualSpread(1);
        double other = stream.watch.joint.residualSpread(0);
        for (int t = 0; t < 200; t++) {
            Judgement judgement = stream.draw().hole(1).judge();
            assertThat(judgement.score).isFinite().isNotNegative();
            assertThat(judgement.without[1]).isNaN();
        }
        assertThat(stream.watch.joint.residualSpread(1)).isEqualTo(spread);
        assertThat(stream.watch.joint.residualSpread(0)).isNotEqualTo(other);
        assertThat(stream.draw().shift(1, FAR).judge().score).isGreaterThan(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void findsTheRhythmUnderAModelToo(int held) {
        JudgedStream stream = new JudgedStream(1, held, SEED).run(100);
        assertThat(stream.watch.readingsPerBeat).isEqualTo(held);
        assertThat(stream.judgement.warming).isEqualTo(100 * held - 99);
        stream.run(100 * held - 100);
        assertThat(stream.judgement.warming).isEqualTo(1);
        assertThat(stream.judgement.score).isZero();
        assertThat(stream.run(1).judgement.warming).isZero();
        assertThat(stream.judgement.score).isFinite();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 19})
    void everyScoreIsFiniteAndSharesSumToOne(int channels) {
        JudgedStream stream = JudgedStream.of(channels, SEED);
        Random random = new Random(SEED);
        for (int t = 0; t < 3_000; t++) {
            stream.draw();
            if (random.nextInt(100) == 0) {
                stream.shift(random.nextInt(channels), Math.exp(30 * random.nextGaussian()));
            }
            Judgement judgement = stream.judge();
            assertThat(judgement.score).as("seed %d", SEED).isFinite().isNotNegative();
            assertThat(judgement.counted).isFinite().isNotNegative();
            assertThat(judgement.alarm && judgement.warming > 0).isFalse();
            double sum = 0;
            for (float share : judgement.share) {
                assertThat(share).isBetween(0f, 1f);
                sum += share;
            }
            assertThat(sum == 0 || Math.abs(sum - 1) < 1e-5).as("shares: %s", sum).isTrue();
        }
    }
}
