package io.hindsight.trainer.calibrate;

import io.hindsight.model.bundle.Bundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * Whether the sensors of a group come to a scale of their own, and how fast: what is clearly best
 * at hidden cells of the validation part. A sensor by itself has its own scale already.
 */
public final class OwnScaleChoice {
    /** Seasons after which a sensor's own scale counts as much as its group's. */
    private static final long[] SEASONS = {30, 120};

    private static final int LEAST_SENSORS = 2;

    /** An own scale must be better than the group's by so much. */
    private static final double WORTH = 0.01;

    private final Bundle chosen;
    private final List<String> notes;

    private OwnScaleChoice(Bundle chosen, List<String> notes) {
        this.chosen = chosen;
        this.notes = List.copyOf(notes);
    }

    private record Tried(Bundle bundle, double score) {
        static Tried of(Bundle bundle, int readings, Rehearsal rehearsal) {
            Bundle scaled = bundle.withOwnScale(readings);
            return new Tried(scaled, rehearsal.errors(scaled).score());
        }

        int readings() {
            return bundle.ownScaleReadings();
        }
    }

    /**
     * Chooses.
     *
     * @param bundle all trained, with full trust
     * @param slotsOfSeason slots of one turn of the season
     */
    public static OwnScaleChoice of(Bundle bundle, Rehearsal rehearsal, long slotsOfSeason) {
        if (rehearsal.sensors() < LEAST_SENSORS) {
            return new OwnScaleChoice(bundle, List.of());
        }
        Tried group = Tried.of(bundle, 0, rehearsal);
        List<Tried> own =
                LongStream.of(SEASONS)
                        .map(turns -> Math.min(turns * slotsOfSeason, most()))
                        .distinct()
                        .mapToObj(readings -> Tried.of(bundle, (int) readings, rehearsal))
                        .toList();
        Tried best = own.stream().reduce((a, b) -> b.score() < a.score() ? b : a).orElseThrow();
        boolean pays = best.score() < (1 - WORTH) * group.score();
        List<String> figures = new ArrayList<>();
        own.forEach(
                one ->
                        figures.add(
                                String.format(
                                        Locale.ROOT,
                                        "%.4f with a scale of its own that counts as much as the"
                                                + " group's after %,d readings",
                                        one.score(),
                                        one.readings())));
        String verdict =
                pays
                        ? String.format(
                                Locale.ROOT,
                                "each sensor moves to its own, half of the way after %,d readings",
                                best.readings())
                        : String.format(
                                Locale.ROOT,
                                "all sensors stay on the group's, since no other is better by %.0f%%",
                                100 * WORTH);
        return new OwnScaleChoice(
                pays ? best.bundle() : group.bundle(),
                List.of(
                        String.format(
                                Locale.ROOT,
                                "own scale: absolute plus squared error %.4f on the group's scale,"
                                        + " %s: %s",
                                group.score(),
                                String.join(", ", figures),
                                verdict)));
    }

    private static long most() {
        return Bundle.MOST_OWN_SCALE_READINGS;
    }

    /** The bundle with what was chosen. */
    public Bundle chosen() {
        return chosen;
    }

    /** Sentences for the person who trains; none if there was nothing to choose. */
    public List<String> notes() {
        return notes;
    }
}
