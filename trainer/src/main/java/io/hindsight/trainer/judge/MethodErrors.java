package io.hindsight.trainer.judge;

import io.hindsight.model.normalise.Normaliser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One method's errors, over all channels in z units and for each channel in its own. */
final class MethodErrors {
    private final List<String> channels;
    private final Normaliser normaliser;
    private final Errors all = new Errors();
    private final List<Errors> ofChannel = new ArrayList<>();

    MethodErrors(List<String> channels, Normaliser normaliser) {
        this.channels = channels;
        this.normaliser = normaliser;
        channels.forEach(channel -> ofChannel.add(new Errors()));
    }

    void add(int channel, double estimate, double truth) {
        all.add(normaliser.toZ(channel, estimate), normaliser.toZ(channel, truth));
        ofChannel.get(channel).add(estimate, truth);
    }

    MethodFigures figures(boolean seesFuture) {
        Map<String, Figures> figures = new LinkedHashMap<>();
        for (int d = 0; d < channels.size(); d++) {
            figures.put(channels.get(d), ofChannel.get(d).figures());
        }
        return new MethodFigures(all.figures(), seesFuture, figures);
    }
}
