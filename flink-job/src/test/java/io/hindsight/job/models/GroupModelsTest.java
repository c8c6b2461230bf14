package io.hindsight.job.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindsight.job.fixtures.Bundles;
import io.hindsight.job.fixtures.Orders;
import io.hindsight.job.fixtures.Releases;
import io.hindsight.job.fixtures.Wanted;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.sensor.Model;
import io.hindsight.model.sensor.SelfCheck;
import io.hindsight.model.suppress.Rule;
import io.hindsight.schemas.ModelRelease;
import io.hindsight.schemas.ModelSchedule.Kind;
import io.hindsight.schemas.ModelTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GroupModelsTest {
    private static final byte[] BUNDLE = SelfCheck.write(Bundles.random(CellKind.LSTM, 3, 1, 1));

    private final GroupModels models = new GroupModels();

    @Test
    void hasNoModelBeforeTheFirstRelease() {
        assertThat(models.of("air").activeAt(Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void anOrderActsFromTheTimeThatWasDecidedAndNotBeforeOneWas() {
        Orders orders = Orders.of("air").then(Kind.ACTIVATE, 1, 100);
        models.put(release("air", 1));
        models.put(orders.schedule());
        assertThat(active("air", 1_000)).isZero();

        models.put(orders.decided(170).times());
        assertThat(active("air", 169)).isZero();
        assertThat(active("air", 170)).isEqualTo(1);
    }

    @Test
    void takesShadowsAndWithdrawals() {
        models.put(release("air", 1));
        models.put(release("air", 2));
        Orders orders = Orders.of("air").then(Kind.ACTIVATE, 1).decided(0);
        orders.then(Kind.SHADOW, 2).decided(10).then(Kind.WITHDRAW, 1).decided(20);
        models.put(orders.schedule());
        models.put(orders.times());

        assertThat(models.of("air").shadowAt(9)).isEmpty();
        assertThat(models.of("air").shadowAt(10)).map(Model::version).contains(2L);
        assertThat(active("air", 19)).isEqualTo(1);
        assertThat(active("air", 20)).isZero();
    }

    @Test
    void whatIsToBeIgnoredActsFromTheTimeThatWasDecidedAndNotBeforeOneWas() {
        activate("air", 7);
        Wanted wanted =
                Wanted.of("air").then(new Rule.Channel("broken", Optional.empty(), "c")).then();
        models.put(wanted.suppression());
        assertThat(models.of("air").suppressions().lastVersion()).isZero();

        models.put(Wanted.of("air").then().decided(170).times(new ModelTimes("air", List.of())));
        assertThat(models.of("air").suppressions().lastVersion()).isEqualTo(1);
        assertThat(models.of("air").suppressions().at(169)).isEmpty();
        assertThat(models.of("air").suppressions().at(170).orElseThrow().rules()).hasSize(1);
        assertThat(models.of("water").suppressions().lastVersion()).isZero();
    }

    @Test
    void groupsHaveModelsOfTheirOwn() {
        activate("air", 7);

        assertThat(active("air", 0)).isEqualTo(7);
        assertThat(active("water", 0)).isZero();
    }

    @Test
    void keepsTheModelThatRunsWhenTheOrdersChange() {
        activate("air", 1);
        Model before = models.of("air").activeAt(0).orElseThrow();
        models.put(release("air", 2));

        assertThat(models.of("air").activeAt(0)).containsSame(before);
    }

    @Test
    void keepsWhatOrdersNameAndABoundedNumberOfTheOthersAndSaysWhichWent() {
        activate("air", 1);
        for (int version = 2; version <= 1 + KeptVersions.MOST_UNNAMED; version++) {
            assertThat(models.put(release("air", version))).isEmpty();
        }

        assertThat(models.put(release("air", 100))).containsExactly("air/2");
        assertThat(models.isKnown(release("air", 2))).isFalse();
        assertThat(models.isKnown(release("air", 1))).isTrue();
        assertThat(models.isKnown(release("water", 1))).isFalse();
        assertThat(active("air", 0)).isEqualTo(1);
    }

    @Test
    void lettingAllVersionsGoThatNoOrderNamesAnyMoreGoesTheSameWay() {
        List<Long> named = new ArrayList<>();
        Orders orders = Orders.of("air");
        for (long version = 1; version <= 20; version++) {
            orders.then(Kind.ACTIVATE, version);
            named.add(version);
        }
        models.put(orders.schedule());
        for (long version : named) {
            assertThat(models.put(release("air", version))).isEmpty();
        }

        assertThat(models.put(Orders.of("air").then(Kind.ACTIVATE, 20).schedule())).hasSize(11);
    }

    @Test
    void aReleaseThatWasNeverVerifiedIsAFaultOfTheJob() {
        models.put(Releases.of("air", 1, new byte[3]).release());
        Model model = models.of("air").ofVersion(1).orElseThrow();

        assertThatThrownBy(model::bundle).isInstanceOf(IllegalStateException.class);
    }

    private static ModelRelease release(String group, long version) {
        return Releases.of(group, version, BUNDLE).release();
    }

    private void activate(String group, long version) {
        Orders orders = Orders.of(group).then(Kind.ACTIVATE, version).decided(Long.MIN_VALUE);
        models.put(release(group, version));
        models.put(orders.schedule());
        models.put(orders.times());
    }

    private long active(String group, long eventTimeMillis) {
        return models.of(group).activeAt(eventTimeMillis).map(Model::version).orElse(0L);
    }
}
