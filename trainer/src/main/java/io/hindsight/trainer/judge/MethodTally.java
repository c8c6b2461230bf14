package io.hindsight.trainer.judge;

import io.hindsight.model.normalise.Normaliser;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One method's errors: over all channels, for each channel and for each length of gap. */
final class MethodTally {
    private final List<String> channels;
    private final Normaliser normaliser;
    private final ErrorSums all = new ErrorSums(1);
    private final List<ErrorSums> ofChannel = new ArrayList<>();
    private final List<ErrorSums> ofChannelInZ = new ArrayList<>();
    private final Map<GapLength, ErrorSums> ofLength = new EnumMap<>(GapLength.class);

    MethodTally(List<String> channels, Normaliser normaliser) {
        this.channels = channels;
        this.normaliser = normaliser;
        for (double scale : normaliser.scale()) {
            ofChannel.add(new ErrorSums(scale));
            ofChannelInZ.add(new ErrorSums(1));
        }
    }

    /** A hidden cell, in natural units. */
    void add(int channel, GapLength length, double estimate, double truth) {
        double z = normaliser.toZ(channel, estimate);
        double trueZ = normaliser.toZ(channel, truth);
        all.add(z, trueZ);
        ofChannel.get(channel).add(estimate, truth);
        ofChannelInZ.get(channel).add(z, trueZ);
        ofLength.computeIfAbsent(length, l -> new ErrorSums(1)).add(z, trueZ);
    }

    MethodFigures figures(boolean seesFuture) {
        Map<String, Figures> natural = new LinkedHashMap<>();
        Map<String, Figures> inZ = new LinkedHashMap<>();
        for (int d = 0; d < channels.size(); d++) {
            natural.put(channels.get(d), ofChannel.get(d).figures());
            inZ.put(channels.get(d), ofChannelInZ.get(d).figures());
        }
        Map<String, Figures> lengths = new LinkedHashMap<>();
        ofLength.forEach((length, sums) -> lengths.put(length.key(), sums.figures()));
        return new MethodFigures(all.figures(), seesFuture, natural, inZ, lengths);
    }
}
