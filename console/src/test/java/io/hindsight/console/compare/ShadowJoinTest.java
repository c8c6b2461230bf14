package io.hindsight.console.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.hindsight.schemas.ChannelResult;
import io.hindsight.schemas.Result;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShadowJoinTest {
    private static final float NONE = Float.NaN;

    private final ShadowJoin join = new ShadowJoin("air", 10);

    @Test
    void comparesWhatBothSaidOfTheSameReadingByTheirHighestRevisions() {
        join.addShadow(result("a", 20, 0, 2, 1, observed(10, 9, 2)));
        join.addShadow(result("b", 20, 0, 2, 1, observed(0, 0, 1)));
        join.addActive(result("a", 20, 0, 1, 6, observed(10, 0, 4)));
        join.addActive(result("a", 20, 2, 1, 6, observed(10, 7, 4)));
        join.addActive(result("a", 20, 1, 1, 6, observed(10, 1, 4)));
        join.addActive(result("c", 20, 0, 1, 6, observed(10, 7, 4)));

        ShadowComparison only = only();

        assertThat(only.readings()).isEqualTo(1);
        assertThat(only.activeVersion()).isEqualTo(1);
        assertThat(only.shadowVersion()).isEqualTo(2);
        ChannelSums active = only.active().channels().get(0);
        assertThat(active.meanError()).isEqualTo(3);
        assertThat(active.meanErrorInSpreads()).isEqualTo(0.75);
        assertThat(active.coverage50()).isZero();
        assertThat(active.coverage90()).isEqualTo(1);
        assertThat(only.shadow().channels().get(0).coverage50()).isEqualTo(1);
        assertThat(only.active().alarms()).isEqualTo(1);
        assertThat(only.shadow().alarms()).isZero();
        assertThat(only.active().meanScore()).isEqualTo(6);
        assertThat(only.errorRatio()).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void leavesOutWhatIsEarlierOrOfAnotherGroupOrWasNotScored() {
        join.addShadow(result("a", 9, 0, 2, 1, observed(1, 1, 1)));
        join.addShadow(result("a", 20, 0, 2, 1, observed(1, 1, 1)));
        join.addActive(result("a", 9, 0, 1, 1, observed(1, 1, 1)));
        Result other = result("a", 20, 0, 1, 1, observed(1, 1, 1));
        join.addActive(new Result("a", "water", 20, 0, 0, Result.SCORED, 1, 1, other.channels()));
        join.addActive(new Result("a", "air", 20, 0, 0, Result.WAITING, 0, NONE, other.channels()));

        assertThat(join.compare(5)).isEmpty();
    }

    @Test
    void imputationsAreHeldAgainstEachOther() {
        join.addShadow(result("a", 20, 0, 2, NONE, imputed(4), observed(1, 3, 1)));
        join.addActive(result("a", 20, 0, 1, 2, imputed(6.5f), observed(1, 2, 1)));

        ShadowComparison only = only();

        assertThat(only.meanApart(0)).isEqualTo(2.5);
        assertThat(only.meanApart(1)).isNaN();
        assertThat(only.active().channels().get(0).count()).isZero();
        assertThat(only.active().meanScore()).as("the shadow scored nothing").isNaN();
        assertThat(only.errorRatio()).isEqualTo(2);
    }

    @Test
    void pairsOfVersionsAreComparedByThemselvesWhateverOrderTheirResultsComeIn() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            List<Result> shadows = new ArrayList<>();
            List<Result> actives = new ArrayList<>();
            for (int time = 20; time < 60; time++) {
                shadows.add(result("a", time, 0, time < 40 ? 2 : 3, 1, observed(time, 1, 1)));
                actives.add(result("a", time, 0, time < 50 ? 1 : 2, 1, observed(time, 2, 1)));
            }
            Collections.shuffle(shadows, random);
            Collections.shuffle(actives, random);
            ShadowJoin shuffled = new ShadowJoin("air", 10);
            shadows.forEach(shuffled::addShadow);
            actives.forEach(shuffled::addActive);

            assertThat(shuffled.compare(5))
                    .as("seed %d", seed)
                    .extracting(
                            each -> each.activeVersion() + "/" + each.shadowVersion(),
                            ShadowComparison::readings)
                    .containsExactly(tuple("1/2", 20L), tuple("1/3", 10L), tuple("2/3", 10L));
        }
    }

    private ShadowComparison only() {
        assertThat(join.compare(5)).hasSize(1);
        return join.compare(5).iterator().next();
    }

    private static ChannelResult observed(double observed, float expected, float spread) {
        return new ChannelResult(observed, expected, spread, NONE, 1);
    }

    private static ChannelResult imputed(float value) {
        return new ChannelResult(Double.NaN, 1, 1, value, NONE);
    }

    private static Result result(
            String sensor,
            long time,
            int revision,
            long version,
            float score,
            ChannelResult... channels) {
        return new Result(
                sensor, "air", time, revision, 0, Result.SCORED, version, score, List.of(channels));
    }
}
