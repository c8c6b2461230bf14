package io.hindsight.trainer.train;

import io.hindsight.model.anchor.Anchor;
import io.hindsight.model.anchor.AnchorMemory;
import io.hindsight.model.anchor.AnchorView;
import io.hindsight.trainer.data.ZSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Places to start a lane from: every so many slots of a part of the data, with the anchor's memory
 * as it stands there when nothing is hidden. Each slot is as likely as any other.
 */
public final class LaneSource {
    private static final int MOST_STARTS = 2048;
    private static final int LEAST_SPACING = 64;

    private final List<Start> starts = new ArrayList<>();
    private final long slots;

    /** A place to start from; the memory is to be copied. */
    record Start(ZSeries series, int slot, AnchorMemory memory) {}

    /**
     * @param parts the parts; what comes before a part only warms the anchor up
     * @throws IllegalArgumentException if no part has a slot
     */
    public LaneSource(List<ZSeries> parts, Supplier<Anchor> anchors) {
        this.slots = parts.stream().mapToLong(ZSeries::length).sum();
        if (slots == 0) {
            throw new IllegalArgumentException("a part of the data must not be empty");
        }
        int spacing = (int) Math.max(LEAST_SPACING, slots / MOST_STARTS);
        List<List<Start>> found =
                parts.stream()
                        .parallel()
                        .map(part -> startsOf(part, anchors.get(), spacing))
                        .toList();
        found.forEach(starts::addAll);
    }

    private static List<Start> startsOf(ZSeries part, Anchor anchor, int spacing) {
        List<Start> starts = new ArrayList<>();
        AnchorMemory memory = anchor.newMemory();
        int channels = part.channels();
        AnchorView view = new AnchorView(channels);
        float[] z = new float[channels];
        for (int t = 0; t < part.to(); t++) {
            if (t >= part.from() && (t - part.from()) % spacing == 0) {
                starts.add(new Start(part, t, memory.copy()));
            }
            for (int d = 0; d < channels; d++) {
                z[d] = part.z(t, d);
            }
            anchor.predict(memory, part.timeMillis(t), view);
            anchor.observe(memory, part.timeMillis(t), z, view);
        }
        return starts;
    }

    public long slots() {
        return slots;
    }

    /** A random place, one with {@code steps} slots ahead if there is any. */
    Start start(SplittableRandom random, int steps) {
        Start start = starts.get(0);
        for (int attempt = 0; attempt < 20; attempt++) {
            start = starts.get(random.nextInt(starts.size()));
            if (start.slot() + steps <= start.series().to()) {
                return start;
            }
        }
        return start;
    }
}
