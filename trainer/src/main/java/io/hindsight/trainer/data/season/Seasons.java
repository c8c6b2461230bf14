package io.hindsight.trainer.data.season;

import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.Regular;
import io.hindsight.trainer.data.Split;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The seasons of a data set's training part, the strongest first; none where nothing comes again
 * often and exactly enough to be no chance.
 *
 * @param found each one a period that is no multiple of another, unless it tells more
 */
public record Seasons(List<Season> found) {
    private static final int TURNS = 48;

    /** What is below is not looked at further. */
    private static final double NEGLIGIBLE = 0.05;

    private static final double LEAST_STRENGTH = 0.1;
    private static final double LEAST_CHANNEL_STRENGTH = 0.3;

    /**
     * Measured on white noise, random walks and autoregressions of 200 to 4000 slots: of the four
     * calendar periods hardly any comes to 5 by chance, of the many peaks hardly any to 10.
     */
    private static final double LEAST_CALENDAR_EVIDENCE = 4.5;

    private static final double LEAST_EVIDENCE = 10;

    /** Two periods are the same, or one a multiple of the other, up to this share of it. */
    private static final double SAME = 0.03;

    /** Another period must be so much stronger to be worth more than a rounder one. */
    private static final double STRONGER = 1.05;

    /** A season nearly as strong as the strongest, and shorter, is the better known one. */
    private static final double NEARLY_AS_STRONG = 0.7;

    public Seasons {
        found = List.copyOf(found);
    }

    /**
     * Searches the training part alone; what comes later is not looked at. The same data gives the
     * same seasons. Irregular readings are put on a grid for it.
     */
    public static Seasons find(DataSet recorded, Split split) {
        DataSet data = Regular.of(recorded);
        List<Signal> signals = Signal.ofTraining(data, split);
        SeasonSearch search = new SeasonSearch(signals, data.intervalMillis());
        List<Double> calendar = search.calendar();
        List<Season> known = new ArrayList<>();
        Stream.concat(calendar.stream(), search.peaks().stream())
                .distinct()
                .map(slots -> season(data, signals, search.longest(), slots, calendar))
                .flatMap(Optional::stream)
                .forEach(season -> addUnlessKnown(known, season));
        known.sort(Comparator.comparingDouble(Season::slots));
        List<Season> found = new ArrayList<>();
        known.stream().filter(season -> tellsMore(season, found)).forEach(found::add);
        found.sort(Comparator.comparingDouble(Season::strength).reversed());
        return new Seasons(found);
    }

    /** The shortest of those that are nearly as strong as the strongest. */
    public Optional<Season> main() {
        return found.stream()
                .filter(s -> s.strength() >= NEARLY_AS_STRONG * found.get(0).strength())
                .min(Comparator.comparingDouble(Season::slots));
    }

    private static Optional<Season> season(
            DataSet data, List<Signal> signals, int longest, double slots, List<Double> calendar) {
        int channels = data.channels().size();
        long interval = data.intervalMillis();
        long period = Math.round(slots * interval);
        int bins = Season.bins(slots);
        double[] strengths = new Folding(signals, channels, interval, period, bins, 0).strengths();
        if (Arrays.stream(strengths).noneMatch(strength -> strength >= NEGLIGIBLE)) {
            return Optional.empty();
        }
        Folding folding = new Folding(signals, channels, interval, period, bins, TURNS);
        double least = calendar.contains(slots) ? LEAST_CALENDAR_EVIDENCE : LEAST_EVIDENCE;
        boolean sure = folding.strength() >= LEAST_STRENGTH && folding.evidence() >= least;
        for (int d = 0; d < channels && !sure; d++) {
            sure = strengths[d] >= LEAST_CHANNEL_STRENGTH && folding.evidence(d) >= 1.5 * least;
        }
        return sure
                ? Optional.of(
                        new Season(
                                slots,
                                period,
                                bins,
                                longest / slots,
                                folding.strength(),
                                folding.evidence(),
                                Arrays.stream(strengths)
                                        .map(x -> Double.isNaN(x) ? 0 : x)
                                        .boxed()
                                        .toList()))
                : Optional.empty();
    }

    /** Of nearly the same periods the first one stays, unless another is clearly stronger. */
    private static void addUnlessKnown(List<Season> known, Season season) {
        for (int k = 0; k < known.size(); k++) {
            Season other = known.get(k);
            if (Math.abs(other.slots() - season.slots()) <= SAME * other.slots()) {
                if (season.strength() > STRONGER * other.strength()) {
                    known.set(k, season);
                }
                return;
            }
        }
        known.add(season);
    }

    private static boolean tellsMore(Season season, List<Season> shorter) {
        for (Season other : shorter) {
            double times = season.slots() / other.slots();
            boolean multiple = Math.abs(times - Math.rint(times)) <= SAME * times;
            if (multiple && season.strength() < STRONGER * other.strength()) {
                return false;
            }
        }
        return true;
    }
}
