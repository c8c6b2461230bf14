package io.hindsight.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hindsight.model.anchor.Anchor;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.trainer.data.ZSeries;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LaneSourceTest {
    private static final Supplier<Anchor> ANCHORS =
            Fixtures.anchors(Fixtures.spec(CellKind.LSTM, 2, 2));

    private final List<ZSeries> parts = Fixtures.parts(2, 30, 330);

    @Test
    void theSameSeedGivesTheSamePlacesOnAnyNumberOfThreads() throws Exception {
        LaneSource one = sourceOn(1);
        LaneSource four = sourceOn(4);
        SplittableRandom first = new SplittableRandom(3);
        SplittableRandom second = new SplittableRandom(3);
        for (int k = 0; k < 100; k++) {
            LaneSource.Start a = one.start(first, 20);
            LaneSource.Start b = four.start(second, 20);
            assertThat(a.series()).isSameAs(b.series());
            assertThat(a.slot()).isEqualTo(b.slot());
            assertThat(a.memory()).usingRecursiveComparison().isEqualTo(b.memory());
        }
    }

    private LaneSource sourceOn(int threads) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> new LaneSource(parts, ANCHORS)).get();
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void placesAreSpreadOverAllPartsFromTheirFirstSlotOn() {
        LaneSource source = new LaneSource(parts, ANCHORS);
        assertThat(source.slots()).isEqualTo(600);
        SplittableRandom random = new SplittableRandom(3);
        for (ZSeries part : parts) {
            TreeSet<Integer> slots = new TreeSet<>();
            for (int k = 0; k < 500; k++) {
                LaneSource.Start start = source.start(random, 1);
                if (start.series() == part) {
                    slots.add(start.slot());
                }
            }
            assertThat(slots).containsExactly(30, 94, 158, 222, 286);
        }
    }

    @Test
    void thereAreSlotsAheadOfAPlaceWhereverThereCanBe() {
        LaneSource source = new LaneSource(parts, ANCHORS);
        SplittableRandom random = new SplittableRandom(3);
        for (int k = 0; k < 500; k++) {
            assertThat(source.start(random, 150).slot()).isLessThanOrEqualTo(180);
        }
        assertThat(source.start(random, 1000)).isNotNull();
    }

    @Test
    void anEmptyPartIsPassedOverAndAllOfThemAreRefused() {
        ZSeries empty = Fixtures.parts(2, 30, 30).get(0);
        LaneSource source = new LaneSource(List.of(empty, parts.get(0)), ANCHORS);
        SplittableRandom random = new SplittableRandom(3);
        for (int k = 0; k < 50; k++) {
            assertThat(source.start(random, 1).series()).isSameAs(parts.get(0));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LaneSource(List.of(empty), ANCHORS))
                .withMessage("a part of the data must not be empty");
    }
}
