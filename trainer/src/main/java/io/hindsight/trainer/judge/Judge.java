package io.hindsight.trainer.judge;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.normalise.Normaliser;
import io.hindsight.model.sensor.SensorStep;
import io.hindsight.trainer.data.DataException;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.SensorSeries;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Hides cells, lets each method fill each whole series, and compares with the truth. All methods
 * and the truth meet on the same cells: hidden ones that have a truth.
 */
public final class Judge {
    private final DataSet data;
    private final HiddenCells hidden;
    private final Normaliser normaliser;

    private Judge(DataSet data, HiddenCells hidden, Normaliser normaliser) {
        this.data = data;
        this.hidden = hidden;
        this.normaliser = normaliser;
    }

    /**
     * Judges a model beside the baselines.
     *
     * @throws DataException if the data's channels are not the bundle's
     */
    public static Judgement judge(Bundle bundle, DataSet data, HiddenCells hidden) {
        if (!bundle.spec().channels().equals(data.channels())) {
            throw new DataException(
                    "the data's channels must be the bundle's, in its order: data %s, bundle %s"
                            .formatted(data.channels(), bundle.spec().channels()));
        }
        List<Method> methods = new ArrayList<>(models(bundle));
        methods.addAll(Baselines.methods(bundle.normaliser()));
        return judge(methods, data, hidden, bundle.normaliser());
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
        SensorStep step = new SensorStep(bundle);
        return List.of(
                new Method(MethodName.CAUSAL, visible -> new CausalEstimates(step, visible)));
    }

    private Judgement judge(List<Method> methods) {
        Map<MethodName, MethodTally> tallies = new EnumMap<>(MethodName.class);
        methods.forEach(
                method ->
                        tallies.put(
                                method.name(),
                                new MethodTally(method.name(), data.channels(), normaliser)));
        for (int k = 0; k < data.series().size(); k++) {
            VisibleSeries visible = new VisibleSeries(data.series().get(k), hidden, k);
            GapLength[][] lengths = GapLength.ofCells(visible);
            for (Method method : methods) {
                compare(method.fill().apply(visible), k, lengths, tallies.get(method.name()));
            }
        }
        Map<MethodName, MethodFigures> figures = new EnumMap<>(MethodName.class);
        tallies.forEach((name, tally) -> figures.put(name, tally.figures()));
        return new Judgement(figures);
    }

    private void compare(Estimates estimates, int index, GapLength[][] lengths, MethodTally tally) {
        SensorSeries series = data.series().get(index);
        for (int t = 0; t < series.length(); t++) {
            for (int d = 0; d < series.channelCount(); d++) {
                double truth = series.value(t, d);
                if (hidden.isHidden(index, t, d) && !Double.isNaN(truth)) {
                    tally.add(estimates, t, d, lengths[t][d], truth);
                }
            }
        }
    }
}
