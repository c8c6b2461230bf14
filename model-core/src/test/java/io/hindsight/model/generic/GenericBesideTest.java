package io.hindsight.model.generic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hindsight.model.fixtures.GenericTensors;
import io.hindsight.model.score.Beside;
import io.hindsight.model.score.Detector;
import io.hindsight.model.score.Judgement;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GenericBesideTest {
    private static final int HIDDEN = 6;
    private static final int ROWS = 1_500;
    private static final long STEP_MILLIS = 1_800_000L;
    private static final double MOST_ODDS = 0.04;

    @Test
    void whereItDoesNotJudgeOnlyTheForecastIsAnother() {
        Detector alone = new Detector(1, 4, Beside.NONE);
        Detector with = new Detector(1, 4, new GenericBeside(net(), false));
        Judgement one = alone.newJudgement();
        Judgement other = with.newJudgement();
        SplittableRandom random = new SplittableRandom(1);
        int differ = 0;
        for (int t = 0; t < ROWS; t++) {
            double[] values = {value(t, random)};
            alone.judge(t * STEP_MILLIS, values, one);
            with.judge(t * STEP_MILLIS, values, other);
            assertThat(other.strength).as("row %d", t).isEqualTo(one.strength, within(0.0));
            assertThat(Double.compare(other.score, one.score)).as("row %d", t).isZero();
            assertThat(other.alarm).as("row %d", t).isEqualTo(one.alarm);
            differ += Double.compare(other.expected[0], one.expected[0]) == 0 ? 0 : 1;
        }
        assertThat(differ).isGreaterThan(ROWS / 2);
    }

    @Test
    void whereItJudgesItAddsABoundedShareInSteps() {
        Detector alone = new Detector(1, 4, Beside.NONE);
        Detector with = new Detector(1, 4, new GenericBeside(net(), true));
        Judgement one = alone.newJudgement();
        Judgement other = with.newJudgement();
        SplittableRandom random = new SplittableRandom(2);
        for (int t = 0; t < ROWS; t++) {
            double[] values = {value(t, random)};
            alone.judge(t * STEP_MILLIS, values, one);
            with.judge(t * STEP_MILLIS, values, other);
            double added = other.strength - one.strength;
            assertThat(added).as("row %d", t).isBetween(0.0, MOST_ODDS + 1e-12);
            assertThat(100 * added).as("row %d", t).isCloseTo(Math.rint(100 * added), within(1e-6));
        }
    }

    /** One net serves sensors in turn, as that of a subtask does. */
    @Test
    void goesFromChannelToChannelWithoutMixingThemUp() {
        GenericBeside shared = new GenericBeside(net(), true);
        GenericBeside ownFirst = new GenericBeside(net(), true);
        GenericBeside ownSecond = new GenericBeside(net(), true);
        for (GenericBeside own : new GenericBeside[] {ownFirst, ownSecond}) {
            own.begin(1);
        }
        GenericState first = net().newState(1);
        GenericState second = net().newState(1);
        for (int t = 0; t < 200; t++) {
            shared.at(first);
            assertThat(Double.compare(shared.expect(t, t), ownFirst.expect(t, t))).isZero();
            shared.at(second);
            assertThat(Double.compare(shared.expect(-t, 0), ownSecond.expect(-t, 0))).isZero();
        }
    }

    private static double value(int t, SplittableRandom random) {
        double far = t % 400 == 399 ? 6 : 0;
        return Math.sin(t * Math.PI / 24) + 0.2 * random.nextGaussian() + far;
    }

    private static GenericNet net() {
        return new GenericNet(new GenericWeights(HIDDEN, GenericTensors.random(HIDDEN, 0.5, 7)));
    }
}
