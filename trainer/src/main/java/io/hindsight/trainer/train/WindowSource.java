package io.hindsight.trainer.train;

import java.util.List;
import java.util.SplittableRandom;

/** Windows at random offsets of the series' parts, each slot as likely as any other. */
public final class WindowSource {
    private final List<ZSeries> parts;
    private final int steps;
    private final long slots;

    /**
     * @throws IllegalArgumentException if no part has a slot
     */
    public WindowSource(List<ZSeries> parts, int steps) {
        this.parts = parts.stream().filter(part -> part.length() > 0).toList();
        this.steps = steps;
        this.slots = this.parts.stream().mapToLong(ZSeries::length).sum();
        if (slots == 0) {
            throw new IllegalArgumentException("a part of the data must not be empty");
        }
    }

    public long slots() {
        return slots;
    }

    public void fill(Batch batch, SplittableRandom random) {
        for (int b = 0; b < batch.windows(); b++) {
            ZSeries part = draw(random);
            int start = part.from() + random.nextInt(Math.max(1, part.length() - steps + 1));
            batch.fill(b, part, start, random);
        }
    }

    private ZSeries draw(SplittableRandom random) {
        long at = random.nextLong(slots);
        for (ZSeries part : parts) {
            at -= part.length();
            if (at < 0) {
                return part;
            }
        }
        throw new AssertionError("a slot lies in one of the parts");
    }
}
