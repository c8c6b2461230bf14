package io.hindsight.trainer.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Into 5,000 hours. */
class InjectionTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int FIRST = 200;

    @ParameterizedTest
    @EnumSource
    void changesTheRowsThatItNamesAndNoOthers(EventKind kind) {
        for (long seed = 1; seed <= 20; seed++) {
            double[] normal = sine(seed);

            Injected injected = inject(normal, List.of(kind), 1, seed);

            assertThat(injected.events()).as("seed %d", seed).hasSize(1);
            InjectedEvent event = injected.events().get(0);
            assertThat(event.kind()).isEqualTo(kind);
            assertThat(event.begin()).isGreaterThanOrEqualTo(FIRST);
            for (int t = 0; t < normal.length; t++) {
                if (t < event.begin() || t >= event.end()) {
                    assertThat(injected.values()[t]).as("row %d", t).isEqualTo(normal[t]);
                }
            }
            assertThat(injected.values()).isNotEqualTo(normal);
        }
    }

    @ParameterizedTest
    @EnumSource
    void lastsAsLongAsItsKindMay(EventKind kind) {
        InjectedEvent event = inject(sine(1), List.of(kind), 1, 1).events().get(0);

        assertThat(event.end() - event.begin()).isBetween(kind.leastRows(24), kind.mostRows(24));
    }

    @Test
    void eventsAreInOrderAndApart() {
        Injected injected = inject(sine(1), List.of(EventKind.values()), 1, 1);

        int last = FIRST;
        for (InjectedEvent event : injected.events()) {
            assertThat(event.begin()).isGreaterThan(last);
            last = event.end();
        }
        assertThat(injected.events()).hasSize(EventKind.values().length);
    }

    @Test
    void theSameSeedPutsTheSameIntoTheSame() {
        List<EventKind> kinds = List.of(EventKind.values());

        assertThat(inject(sine(1), kinds, 1, 7).values())
                .isEqualTo(inject(sine(1), kinds, 1, 7).values());
        assertThat(inject(sine(1), kinds, 1, 7).values())
                .isNotEqualTo(inject(sine(1), kinds, 1, 8).values());
    }

    @ParameterizedTest
    @EnumSource(names = {"SPIKE", "LEVEL_SHIFT", "TREND", "BUMP", "NOISE_UP"})
    void isAsLargeAsItsStrength(EventKind kind) {
        double weak = most(inject(sine(1), List.of(kind), 0.5, 3).values(), sine(1));
        double strong = most(inject(sine(1), List.of(kind), 2, 3).values(), sine(1));

        assertThat(strong).isCloseTo(4 * weak, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource
    void isAsLargeAsTheSeries(EventKind kind) {
        double[] normal = sine(1);
        double[] large = Arrays.stream(normal).map(value -> 1_024 * value).toArray();

        double[] small = inject(normal, List.of(kind), 1, 3).values();

        assertThat(inject(large, List.of(kind), 1, 3).values())
                .usingElementComparator(InjectionTest::nearly)
                .containsExactly(Arrays.stream(small).map(value -> 1_024 * value).toArray());
    }

    @Test
    void frozenValuesAreTheOneBeforeThem() {
        Injected injected = inject(sine(1), List.of(EventKind.FROZEN), 1, 1);
        InjectedEvent event = injected.events().get(0);

        double[] values = injected.values();
        for (int t = event.begin(); t < event.end(); t++) {
            assertThat(values[t]).isEqualTo(values[event.begin() - 1]);
        }
    }

    @Test
    void aDropoutIsBelowAll() {
        double[] normal = sine(1);
        Injected injected = inject(normal, List.of(EventKind.DROPOUT), 1, 1);

        assertThat(injected.values()[injected.events().get(0).begin()])
                .isLessThan(Arrays.stream(normal).min().orElseThrow());
    }

    @Test
    void valuesOfAnotherHourAreNoneThatHaveNotBeen() {
        double[] normal = sine(1);
        Injected injected = inject(normal, List.of(EventKind.WRONG_HOUR), 1, 1);
        InjectedEvent event = injected.events().get(0);

        for (int t = event.begin(); t < event.end(); t++) {
            assertThat(normal).contains(injected.values()[t]);
        }
    }

    @Test
    void holesStayHoles() {
        double[] normal = sine(1);
        for (int t = 0; t < normal.length; t += 3) {
            normal[t] = Double.NaN;
        }

        double[] values = inject(normal, List.of(EventKind.values()), 1, 1).values();

        for (int t = 0; t < normal.length; t += 3) {
            assertThat(values[t]).as("row %d", t).isNaN();
        }
    }

    @Test
    void leavesOutWhatWouldChangeNothing() {
        double[] constant = new double[1_000];

        assertThat(inject(constant, List.of(EventKind.FROZEN), 1, 1).events()).isEmpty();
        assertThat(inject(constant, List.of(EventKind.SPIKE), 1, 1).events()).hasSize(1);
    }

    @Test
    void drawsEachKindBeforeOneComesAgain() {
        List<EventKind> kinds = EventKind.withoutSeason();
        List<EventKind> drawn = Injection.drawn(kinds, 2 * kinds.size(), new SplittableRandom(1));

        assertThat(drawn.subList(0, kinds.size())).containsExactlyInAnyOrderElementsOf(kinds);
        assertThat(drawn.subList(kinds.size(), drawn.size()))
                .containsExactlyInAnyOrderElementsOf(kinds);
        assertThat(kinds).hasSize(8).doesNotContain(EventKind.WRONG_HOUR);
    }

    @Test
    void refusesToPutSomethingWhereNothingIsBefore() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Injection(HOUR, 1)
                                        .into(sine(1), List.of(), 0, new SplittableRandom(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Injection(HOUR, 0));
    }

    private static Injected inject(
            double[] normal, List<EventKind> kinds, double strength, long seed) {
        return new Injection(HOUR, strength).into(normal, kinds, FIRST, new SplittableRandom(seed));
    }

    private static double[] sine(long seed) {
        return SyntheticFamily.DAILY_SINE.values(5_000, HOUR, new SplittableRandom(seed));
    }

    private static double most(double[] values, double[] normal) {
        double most = 0;
        for (int t = 0; t < values.length; t++) {
            most = Math.max(most, Math.abs(values[t] - normal[t]));
        }
        return most;
    }

    private static int nearly(Double one, Double other) {
        return Math.abs(one - other) < 1e-7 ? 0 : Double.compare(one, other);
    }
}
