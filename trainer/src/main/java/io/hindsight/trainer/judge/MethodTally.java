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
    private final SpreadScore score = new SpreadScore();
    private final GroupTally all = new GroupTally();
    private final List<GroupTally> ofChannel = new ArrayList<>();
    private final Map<GapLength, GroupTally> ofLength = new EnumMap<>(GapLength.class);
    private final List<ErrorSums> natural = new ArrayList<>();

    MethodTally(MethodName name, List<String> channels, Normaliser normaliser) {
        this.name = name;
        this.channels = channels;
        this.normaliser = normaliser;
        this.scale = normaliser.scale();
        for (int d = 0; d < scale.length; d++) {
            ofChannel.add(new GroupTally());
            natural.add(new ErrorSums(scale[d]));
        }
    }

    /** Takes a hidden cell, the truth in natural units. */
    void add(Estimates estimates, int slot, int channel, GapLength length, double truth) {
        double estimate = estimates.value(slot, channel);
        natural.get(channel).add(estimate, truth);
        List<GroupTally> groups =
                List.of(
                        all,
                        ofChannel.get(channel),
                        ofLength.computeIfAbsent(length, l -> new GroupTally()));
        double z = normaliser.toZ(channel, estimate);
        double trueZ = normaliser.toZ(channel, truth);
        groups.forEach(group -> group.add(z, trueZ));
        if (estimates.hasSpread()) {
            score.score(estimates, slot, channel, truth, scale[channel]);
            groups.forEach(group -> group.add(score));
        }
    }

    MethodFigures figures() {
        Map<String, Figures> inNatural = new LinkedHashMap<>();
        Map<String, Figures> inZ = new LinkedHashMap<>();
        for (int d = 0; d < channels.size(); d++) {
            inNatural.put(channels.get(d), natural.get(d).figures());
            inZ.put(channels.get(d), ofChannel.get(d).figures());
        }
        Map<String, Figures> lengths = new LinkedHashMap<>();
        ofLength.forEach((length, group) -> lengths.put(length.key(), group.figures()));
        return new MethodFigures(all.figures(), name.seesFuture(), inNatural, inZ, lengths);
    }
}
