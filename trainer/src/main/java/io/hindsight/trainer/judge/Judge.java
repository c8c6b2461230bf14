package io.hindsight.trainer.judge;

import io.hindsight.model.anchor.AnchorKind;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.normalise.Normaliser;
import io.hindsight.trainer.data.DataException;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.SensorSeries;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.function.Function;

/**
 * Hides cells, lets each method fill each whole series, and compares with the truth. All methods
 * and the truth meet on the same cells: hidden ones that have a truth.
 */
public final class Judge {
    private static final long SEED = 1;

    private final DataSet data;
    private final HiddenCells hidden;
    private final Normaliser normaliser;

    private Judge(DataSet data, HiddenCells hidden, Normaliser normaliser) {
        this.data = data;
        this.hidden = hidden;
        this.normaliser = normaliser;
    }

    /**
     * Judges a model beside the baselines, of which the one that is fitted sees what precedes the
     * first hidden cell.
     *
     * @throws DataException if the data's channels are not the bundle's
     */
    public static Judgement judge(Bundle bundle, DataSet data, HiddenCells hidden) {
        return judge(bundle, data, hidden, Long.MAX_VALUE);
    }

    /**
     * Judges a model beside the baselines; of irregular sensors only beside those that need no
     * slots. The context of a group, if the model takes it, is of what is not hidden.
     *
     * @param trainUntilMillis the end of the training part: a baseline that is fitted sees what
     *     precedes it and the first hidden cell
     * @throws DataException if the data's channels are not the bundle's
     */
    public static Judgement judge(
            Bundle bundle, DataSet data, HiddenCells hidden, long trainUntilMillis) {
        return judge(bundle, InContext.of(bundle, data, hidden), trainUntilMillis);
    }

    private static Judgement judge(Bundle bundle, InContext seen, long trainUntilMillis) {
        DataSet data = seen.data();
        HiddenCells hidden = seen.hidden();
        if (!bundle.spec().channels().equals(data.channels())) {
            throw new DataException(
                    "the data's channels must be the bundle's, in its order: data %s, bundle %s"
                            .formatted(data.channels(), bundle.spec().channels()));
        }
        Judge judge = new Judge(data, hidden, bundle.normaliser());
        List<Method> methods = new ArrayList<>(models(bundle));
        methods.addAll(Baselines.methods(bundle.normaliser()));
        if (data.isRegular()) {
            methods.addAll(judge.ofSlots(trainUntilMillis));
        }
        return judge.judge(methods);
    }

    /** Those that count slots: without any they mean nothing. */
    private List<Method> ofSlots(long trainUntilMillis) {
        int season = Season.slots(data.intervalMillis());
        List<Method> methods = new ArrayList<>();
        methods.add(Baselines.seasonalNaive(normaliser, season));
        long fitUntilMillis = Math.min(trainUntilMillis, times().getMin());
        CausalRidge.fit(data, hidden, normaliser, fitUntilMillis, season)
                .ifPresent(ridge -> methods.add(ridge.method()));
        return methods;
    }

    /**
     * Judges methods beside each other.
     *
     * @param normaliser what z units are
     */
    public static Judgement judge(
            List<Method> methods, DataSet data, HiddenCells hidden, Normaliser normaliser) {
        return new Judge(data, hidden, normaliser).judge(methods);
    }

    private static List<Method> models(Bundle bundle) {
        List<Method> models = new ArrayList<>();
        LastOnly<ModelRun> runs = new LastOnly<>(visible -> new ModelRun(bundle, visible));
        models.add(new Method(MethodName.CAUSAL, visible -> runs.of(visible).causal()));
        if (bundle.spec().backwardSize() > 0) {
            models.add(new Method(MethodName.REVISED, visible -> runs.of(visible).revised()));
        }
        if (bundle.spec().anchor().kind() != AnchorKind.NONE) {
            Bundle anchor = bundle.withoutCorrections();
            models.add(
                    new Method(
                            MethodName.ANCHOR,
                            visible -> numbersOf(new ModelRun(anchor, visible).causal())));
        }
        return models;
    }

    /** The same estimates without their spread: an anchor's is set beside its student. */
    private static Estimates numbersOf(Estimates estimates) {
        return (slot, channel) -> estimates.value(slot, channel);
    }

    /** Keeps what was made last: methods that share a run come to a series one after the other. */
    private static final class LastOnly<T> {
        private final Function<VisibleSeries, T> maker;
        private VisibleSeries last;
        private T made;

        private LastOnly(Function<VisibleSeries, T> maker) {
            this.maker = maker;
        }

        private T of(VisibleSeries visible) {
            if (last != visible) {
                made = maker.apply(visible);
                last = visible;
            }
            return made;
        }
    }

    private Judgement judge(List<Method> methods) {
        TimeBlocks blocks = blocks();
        Map<MethodName, MethodTally> tallies = new EnumMap<>(MethodName.class);
        for (Method method : methods) {
            tallies.put(
                    method.name(),
                    new MethodTally(method.name(), data.channels(), normaliser, blocks.units()));
        }
        for (int k = 0; k < data.series().size(); k++) {
            VisibleSeries visible = new VisibleSeries(data.series().get(k), hidden, k);
            GapLength[][] lengths = GapLength.ofCells(visible);
            for (Method method : methods) {
                Estimates estimates = method.fill().apply(visible);
                MethodTally tally = tallies.get(method.name());
                forEachCell(
                        k,
                        (t, d, truth) ->
                                tally.add(
                                        estimates,
                                        t,
                                        d,
                                        truth,
                                        blocks.unitOf(visible.timeMillis(t)),
                                        lengths[t][d]));
            }
        }
        Bootstrap bootstrap = new Bootstrap(blocks, Bootstrap.RESAMPLES, SEED);
        MethodTally causal = tallies.get(MethodName.CAUSAL);
        Map<MethodName, MethodFigures> figures = new EnumMap<>(MethodName.class);
        tallies.forEach((name, tally) -> figures.put(name, tally.figures(bootstrap, causal)));
        return new Judgement(Intervals.of(blocks), figures);
    }

    private TimeBlocks blocks() {
        LongSummaryStatistics times = times();
        return times.getCount() == 0
                ? new TimeBlocks(0, 0, data.paceMillis())
                : new TimeBlocks(times.getMin(), times.getMax(), data.paceMillis());
    }

    /** The times of the cells that are judged. */
    private LongSummaryStatistics times() {
        LongSummaryStatistics times = new LongSummaryStatistics();
        for (int k = 0; k < data.series().size(); k++) {
            SensorSeries series = data.series().get(k);
            forEachCell(k, (t, d, truth) -> times.accept(series.timeMillis(t)));
        }
        return times;
    }

    /** Calls for each hidden predicted cell that has a truth, in the order of time. */
    private void forEachCell(int index, CellVisitor visitor) {
        SensorSeries series = data.series().get(index);
        for (int t = 0; t < series.length(); t++) {
            for (int d = 0; d < data.predicted().size(); d++) {
                double truth = series.value(t, d);
                if (hidden.isHidden(index, t, d) && !Double.isNaN(truth)) {
                    visitor.visit(t, d, truth);
                }
            }
        }
    }

    private interface CellVisitor {
        void visit(int slot, int channel, double truth);
    }
}
