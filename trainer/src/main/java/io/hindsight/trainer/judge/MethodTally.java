package io.hindsight.trainer.judge;

import io.hindsight.model.normalise.Normaliser;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One method's errors: over all channels, for each channel and for each length of gap. */
final class MethodTally {
    private final MethodName name;
    private final List<String> channels;
    private final Normaliser normaliser;
    private final double[] scale;
    private final int units;
    private final SpreadScore score = new SpreadScore();
    private final GroupTally all;
    private final List<GroupTally> ofChannel = new ArrayList<>();
    private final Map<GapLength, GroupTally> ofLength = new EnumMap<>(GapLength.class);
    private final List<ErrorSums> natural = new ArrayList<>();

    /**
     * @param units of time, for the figures' intervals
     */
    MethodTally(MethodName name, List<String> channels, Normaliser normaliser, int units) {
        this.name = name;
        this.channels = channels;
        this.normaliser = normaliser;
        this.scale = normaliser.scale();
        this.units = units;
        this.all = new GroupTally(units);
        for (double s : scale) {
            ofChannel.add(new GroupTally(units));
            natural.add(new ErrorSums(s));
        }
    }

    /** Takes a hidden cell, its truth in natural units. */
    void add(Estimates estimates, int slot, int channel, double truth, int unit, GapLength length) {
        double estimate = estimates.value(slot, channel);
        natural.get(channel).add(estimate, truth);
        List<GroupTally> groups =
                List.of(
                        all,
                        ofChannel.get(channel),
                        ofLength.computeIfAbsent(length, l -> new GroupTally(units)));
        double z = normaliser.toZ(channel, estimate);
        double trueZ = normaliser.toZ(channel, truth);
        groups.forEach(group -> group.add(unit, z, trueZ));
        if (estimates.hasSpread()) {
            score.score(estimates, slot, channel, truth, scale[channel]);
            groups.forEach(group -> group.add(score));
        }
    }

    /**
     * @param causal the causal step's errors; null if it was not judged
     */
    MethodFigures figures(Bootstrap bootstrap, MethodTally causal) {
        Map<String, Figures> inNatural = new LinkedHashMap<>();
        Map<String, Figures> inZ = new LinkedHashMap<>();
        for (int d = 0; d < channels.size(); d++) {
            Figures z = ofChannel.get(d).figures(bootstrap);
            Bounds bounds = z.bounds() == null ? null : z.bounds().scaledBy(scale[d]);
            inNatural.put(channels.get(d), natural.get(d).figures().with(bounds, null));
            inZ.put(channels.get(d), z);
        }
        Map<String, Figures> lengths = new LinkedHashMap<>();
        ofLength.forEach((length, group) -> lengths.put(length.key(), group.figures(bootstrap)));
        return new MethodFigures(
                all.figures(bootstrap),
                name.seesFuture(),
                above(causal, bootstrap),
                inNatural,
                inZ,
                lengths);
    }

    private Difference above(MethodTally causal, Bootstrap bootstrap) {
        if (causal == null || causal == this || !all.hasIntervals()) {
            return null;
        }
        double[] differences = all.resampledMae(bootstrap);
        double[] other = causal.all.resampledMae(bootstrap);
        for (int i = 0; i < differences.length; i++) {
            differences[i] -= other[i];
        }
        return Difference.of(
                all.figures(bootstrap).mae() - causal.all.figures(bootstrap).mae(), differences);
    }
}
