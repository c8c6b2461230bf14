package io.hindsight.model.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.fixtures.Students;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.sensor.Order.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ModelsTest {
    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final Bundle BUNDLE = Students.random(CellKind.GRU, 2, 1, 1);

    @Test
    void noneActsBeforeItsTime() {
        Models models = Models.none().then(100, new Model(1, BUNDLE));
        assertThat(active(models, 99)).isZero();
        assertThat(active(models, 100)).isEqualTo(1);
        assertThat(Models.none().activeAt(100)).isEmpty();
    }

    @Test
    void oneModelAloneActsOnTheOldestReading() {
        assertThat(active(Models.of(BUNDLE), Long.MIN_VALUE)).isEqualTo(1);
    }

    @Test
    void theLastOrderThatActsWinsWhateverItsVersionAndItsTime() {
        Models models = models(activate(1, 3, 0), activate(2, 1, 50), activate(3, 2, 20));
        assertThat(active(models, 19)).isEqualTo(3);
        assertThat(active(models, 20)).isEqualTo(2);
        assertThat(active(models, 50)).isEqualTo(2);
    }

    @Test
    void aWithdrawnVersionLeavesTheOneBeforeItInItsPlaceFromThatTimeOn() {
        Models models = models(activate(1, 1, 0), activate(2, 2, 10), withdraw(3, 2, 30));
        assertThat(active(models, 29)).isEqualTo(2);
        assertThat(active(models, 30)).isEqualTo(1);
    }

    @Test
    void aWithdrawnVersionThatIsActivatedAgainActsAgain() {
        Models models = models(activate(1, 1, 0), withdraw(2, 1, 10), activate(3, 1, 20));
        assertThat(active(models, 9)).isEqualTo(1);
        assertThat(active(models, 10)).isZero();
        assertThat(active(models, 20)).isEqualTo(1);
    }

    @Test
    void aVersionThatIsNotThereIsPassedOver() {
        Models models = models(activate(1, 1, 0), activate(2, 9, 10), shadow(3, 9, 10));
        assertThat(active(models, 10)).isEqualTo(1);
        assertThat(models.shadowAt(10)).isEmpty();
        assertThat(models.ofVersion(9)).isEmpty();
    }

    @Test
    void anOrderThatNeverActsNeverDoes() {
        Models models = models(activate(1, 1, Order.NEVER), activate(2, 2, 5));
        assertThat(active(models, 4)).isZero();
        assertThat(active(models, Long.MAX_VALUE)).isEqualTo(2);
        assertThat(models.changedFrom(0)).isEqualTo(5);
    }

    @Test
    void theLastShadowRunsUnlessItIsWithdrawnOrActiveOrEnded() {
        Models models =
                models(
                        activate(1, 1, 0),
                        shadow(2, 2, 10),
                        shadow(3, 3, 20),
                        activate(4, 3, 30),
                        shadow(5, 2, 40),
                        withdraw(6, 2, 50),
                        shadow(7, 3, 60),
                        activate(8, 1, 70),
                        shadow(9, Order.NO_VERSION, 80));
        long[] times = LongStream.iterate(5, t -> t <= 85, t -> t + 10).toArray();
        assertThat(Arrays.stream(times).map(t -> shadow(models, t)))
                .containsExactly(0L, 2L, 3L, 0L, 2L, 0L, 0L, 3L, 0L);
    }

    @Test
    void saysFromWhenOnLaterOrdersChangeWhatActs() {
        Models models = models(activate(1, 1, 40), activate(2, 2, 10), withdraw(4, 2, 30));
        assertThat(models.lastOrder()).isEqualTo(4);
        assertThat(models.changedFrom(0)).isEqualTo(10);
        assertThat(models.changedFrom(1)).isEqualTo(10);
        assertThat(models.changedFrom(2)).isEqualTo(30);
        assertThat(models.changedFrom(4)).isEqualTo(Long.MAX_VALUE);
        assertThat(Models.none().lastOrder()).isZero();
        assertThat(Models.none().changedFrom(0)).isEqualTo(Long.MAX_VALUE);
    }

    /** The rule once more, in its own words. */
    @Test
    void keepsToTheRuleWhateverIsOrdered() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed * 0x9E3779B97F4A7C15L);
            List<Order> orders = new ArrayList<>();
            for (int number = 1; number <= 12; number++) {
                Kind kind = KINDS.get(random.nextInt(3));
                orders.add(new Order(number, kind, 1 + random.nextInt(4), random.nextInt(20)));
            }
            List<Order> shuffled = new ArrayList<>(orders);
            Collections.shuffle(shuffled, random);
            Models models = models(shuffled.toArray(Order[]::new));
            for (int t = 0; t < 20; t++) {
                long now = t;
                Optional<Order> last =
                        orders.stream()
                                .filter(o -> o.kind() == Kind.ACTIVATE && o.fromMillis() <= now)
                                .filter(o -> o.version() <= 3)
                                .filter(o -> orders.stream().noneMatch(w -> voids(w, o, now)))
                                .reduce((a, b) -> b);
                assertThat(active(models, t))
                        .as("seed %d, time %d", seed, t)
                        .isEqualTo(last.map(Order::version).orElse(0L));
            }
        }
    }

    private static boolean voids(Order withdraw, Order order, long now) {
        return withdraw.kind() == Kind.WITHDRAW
                && withdraw.version() == order.version()
                && withdraw.number() > order.number()
                && withdraw.fromMillis() <= now;
    }

    @Test
    void takesABundleWhenItIsFirstNeededAndOnce() {
        int[] asked = new int[1];
        Model model =
                new Model(
                        1,
                        () -> {
                            asked[0]++;
                            return BUNDLE;
                        });
        Models models = Models.none().then(0, model);
        assertThat(models.activeAt(0)).containsSame(model);
        assertThat(asked[0]).isZero();
        assertThat(model.step()).isSameAs(model.step());
        assertThat(model.bundle()).isSameAs(BUNDLE);
        assertThat(asked[0]).isEqualTo(1);
    }

    @Test
    void refusesVersionsAndNumbersBelowOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Model(0, BUNDLE))
                .withMessage("version must be 1 or more: 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> activate(1, 0, 0))
                .withMessage("version must be 1 or more: 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> activate(0, 1, 0))
                .withMessage("number must be 1 or more: 0");
    }

    /** Versions 1 to 3. */
    private static Models models(Order... orders) {
        return new Models(
                List.of(new Model(1, BUNDLE), new Model(2, BUNDLE), new Model(3, BUNDLE)),
                List.of(orders));
    }

    private static Order activate(int number, long version, long fromMillis) {
        return new Order(number, Kind.ACTIVATE, version, fromMillis);
    }

    private static Order shadow(int number, long version, long fromMillis) {
        return new Order(number, Kind.SHADOW, version, fromMillis);
    }

    private static Order withdraw(int number, long version, long fromMillis) {
        return new Order(number, Kind.WITHDRAW, version, fromMillis);
    }

    private static long active(Models models, long eventTimeMillis) {
        return models.activeAt(eventTimeMillis).map(Model::version).orElse(0L);
    }

    private static long shadow(Models models, long eventTimeMillis) {
        return models.shadowAt(eventTimeMillis).map(Model::version).orElse(0L);
    }
}
