package io.hindsight.benchmarks.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hindsight.trainer.synthetic.EventKind;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Detectors that say the value itself, on series that are zero but for some rows. */
class SetsBenchTest {
    private static final int ROWS = 1_000;
    private static final RowWindow WINDOW = new RowWindow(500, 600);
    private static final DetectorKind VALUE =
            new DetectorKind("value", 5, channels -> (epochMillis, values) -> values[0]);

    @Test
    void aThresholdIsChosenOnTheOtherSets() {
        BenchSet loud = set("loud", true, 10);
        BenchSet quiet = set("quiet", true, 1);

        List<SetResult> results = bench(loud, quiet).results();

        assertThat(results.get(0).others().threshold()).isEqualTo(1);
        assertThat(results.get(0).others().score()).isCloseTo(100, within(1e-9));
        assertThat(results.get(1).others().threshold()).isEqualTo(10);
        assertThat(results.get(1).others().score()).isZero();
        assertThat(results.get(1).own().score()).isCloseTo(100, within(1e-9));
    }

    @Test
    void aSetWithoutAVoteChoosesNothing() {
        BenchSet quiet = set("quiet", false, 1);

        List<SetResult> results =
                bench(set("loud", true, 10), set("as loud", true, 10), quiet).results();

        assertThat(results.get(0).others().threshold()).isEqualTo(10);
        assertThat(results.get(2).others().found()).isZero();
    }

    @Test
    void theDefaultThresholdIsTheDetectorsOwn() {
        List<SetResult> results = bench(set("loud", true, 10), set("quiet", true, 1)).results();

        assertThat(results.get(0).byDefault().found()).isEqualTo(1);
        assertThat(results.get(1).byDefault().found()).isZero();
    }

    @Test
    void withoutADefaultThresholdThereIsNoResultByIt() {
        DetectorKind plain = DetectorKind.withoutThreshold("value", VALUE.factory());

        List<SetResult> results = SetsBench.run(plain, List.of(set("one", true, 1)), 1).results();

        assertThat(results.get(0).byDefault()).isNull();
    }

    @Test
    void countsWhatIsFoundByItsKind() {
        SetsBench bench = bench(set("loud", true, 10), set("quiet", true, 1));

        KindTally kinds = bench.kinds(bench.results());

        assertThat(kinds.events(EventKind.SPIKE)).isEqualTo(2);
        assertThat(kinds.foundShare(EventKind.SPIKE)).isEqualTo(0.5);
        assertThat(kinds.events(EventKind.PHASE)).isZero();
    }

    @Test
    void theTextHasALineASetAndTheMeans() {
        SetsBench bench = bench(set("loud", true, 10), set("quiet", false, 1));
        List<SetResult> results = bench.results();

        String text = SetsText.of(VALUE, results, bench.kinds(results));

        assertThat(text)
                .contains("loud", "quiet (no vote)", "mean ", "worst ", "mean by default")
                .contains("spike 0.50 (2)", "phase - (0)");
    }

    private static SetsBench bench(BenchSet... sets) {
        return SetsBench.run(VALUE, List.of(sets), 2);
    }

    private static BenchSet set(String name, boolean counted, double height) {
        double[] values = new double[ROWS];
        Arrays.fill(values, WINDOW.begin(), WINDOW.end(), height);
        LabelledSeries series = new LabelledSeries(name, new long[ROWS], values, List.of(WINDOW));
        return new BenchSet(
                name, counted, List.of(new BenchSeries(series, List.of(EventKind.SPIKE))));
    }
}
