package io.hindsight.trainer.judge;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.trainer.data.DataSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Chooses gaps to show by a rule that knows no favourites: {@link #RULE}. */
public final class GapSamples {
    public static final int MOST = 6;

    /** With fewer slots than this there is nothing to look at, if there are longer ones. */
    private static final int LEAST_SLOTS = 6;

    /** More than this is no picture any more. */
    private static final int MOST_SLOTS = 96;

    private static final int LEAST_CONTEXT = 8;
    private static final int MOST_CONTEXT = 24;

    /** The rule in one sentence, for people. */
    public static final String RULE =
            "Of each channel's hidden gaps of at least "
                    + LEAST_SLOTS
                    + " slots whose truth is known (the most that there are, if fewer) and at most "
                    + MOST_SLOTS
                    + " slots in all, the one whose causal error is the median; of more than "
                    + MOST
                    + " channels those that stand evenly in the order from the best filled channel"
                    + " to the worst, both included.";

    private final Bundle bundle;
    private final DataSet data;
    private final HiddenCells hidden;
    private final int answered;

    private GapSamples(Bundle bundle, DataSet data, HiddenCells hidden) {
        this.bundle = bundle;
        this.data = data;
        this.hidden = hidden;
        this.answered = bundle.spec().answeredCount();
    }

    /**
     * A gap is hidden cells and holes of one channel without a seen value between them.
     *
     * @param zError mean absolute error of the causal step in z units, where there is a truth
     * @param known slots that have one
     */
    private record Gap(int series, int channel, int begin, int end, double zError, int known) {}

    /** At most {@link #MOST}, in the order of the channels. */
    public static List<GapSample> choose(Bundle bundle, DataSet data, HiddenCells hidden) {
        InContext seen = InContext.of(bundle, data, hidden);
        return new GapSamples(bundle, seen.data(), seen.hidden()).choose();
    }

    private List<GapSample> choose() {
        Map<Integer, List<Gap>> ofChannels = new LinkedHashMap<>();
        for (int d = 0; d < answered; d++) {
            ofChannels.put(d, new ArrayList<>());
        }
        for (int k = 0; k < data.series().size(); k++) {
            VisibleSeries visible = visible(k);
            Estimates causal = new ModelRun(bundle, visible).causal();
            for (int d = 0; d < answered; d++) {
                addGaps(k, d, visible, causal, ofChannels.get(d));
            }
        }
        List<Gap> medians = new ArrayList<>();
        for (int d = 0; d < answered; d++) {
            List<Gap> candidates = showable(ofChannels.get(d));
            ofChannels.put(d, candidates);
            if (!candidates.isEmpty()) {
                medians.add(candidates.get((candidates.size() - 1) / 2));
            }
        }
        return samples(evenly(medians), ofChannels);
    }

    /** The gaps that are worth a look, the best filled one first. */
    private static List<Gap> showable(List<Gap> gaps) {
        int longest = gaps.stream().mapToInt(Gap::known).max().orElse(0);
        int least = Math.min(LEAST_SLOTS, longest);
        return gaps.stream()
                .filter(gap -> gap.known() >= least)
                .sorted(
                        Comparator.comparingDouble(Gap::zError)
                                .thenComparingInt(Gap::series)
                                .thenComparingInt(Gap::begin))
                .toList();
    }

    private static List<Gap> evenly(List<Gap> medians) {
        List<Gap> sorted = new ArrayList<>(medians);
        sorted.sort(Comparator.comparingDouble(Gap::zError).thenComparingInt(Gap::channel));
        List<Gap> chosen = new ArrayList<>();
        int count = Math.min(MOST, sorted.size());
        for (int i = 0; i < count; i++) {
            int place =
                    count == 1
                            ? (sorted.size() - 1) / 2
                            : Math.round(i * (sorted.size() - 1) / (float) (count - 1));
            chosen.add(sorted.get(place));
        }
        chosen.sort(Comparator.comparingInt(Gap::channel));
        return chosen;
    }

    private VisibleSeries visible(int index) {
        return new VisibleSeries(data.series().get(index), hidden, index);
    }

    private void addGaps(int k, int d, VisibleSeries visible, Estimates causal, List<Gap> gaps) {
        int begin = 0;
        double errors = 0;
        int known = 0;
        for (int t = 0; t <= visible.length(); t++) {
            if (t == visible.length() || !visible.isHole(t, d)) {
                if (known > 0 && t - begin <= MOST_SLOTS) {
                    double scale = bundle.normaliser().widthFromZ(d, 1);
                    gaps.add(new Gap(k, d, begin, t, errors / known / scale, known));
                }
                begin = t + 1;
                errors = 0;
                known = 0;
            } else if (hidden.isHidden(k, t, d)) {
                double error = Math.abs(causal.value(t, d) - data.series().get(k).value(t, d));
                errors += Double.isNaN(error) ? 0 : error;
                known += Double.isNaN(error) ? 0 : 1;
            }
        }
    }

    private List<GapSample> samples(List<Gap> gaps, Map<Integer, List<Gap>> ofChannels) {
        GapSample[] samples = new GapSample[gaps.size()];
        int[] series = gaps.stream().mapToInt(Gap::series).distinct().toArray();
        for (int k : series) {
            VisibleSeries visible = visible(k);
            ModelRun run = new ModelRun(bundle, visible);
            for (int i = 0; i < samples.length; i++) {
                Gap gap = gaps.get(i);
                if (gap.series() == k) {
                    samples[i] = sample(gap, ofChannels.get(gap.channel()), visible, run);
                }
            }
        }
        return List.of(samples);
    }

    private GapSample sample(Gap gap, List<Gap> ofChannel, VisibleSeries visible, ModelRun run) {
        int length = gap.end() - gap.begin();
        int context = Math.max(LEAST_CONTEXT, Math.min(MOST_CONTEXT, length));
        int from = Math.max(0, gap.begin() - context);
        int to = Math.min(visible.length(), gap.end() + context);
        int d = gap.channel();
        boolean revises = bundle.spec().backwardSize() > 0;
        List<GapSample.Moment> moments = new ArrayList<>();
        for (int t = from; t < to; t++) {
            boolean seen = !visible.isHole(t, d);
            moments.add(
                    new GapSample.Moment(
                            visible.timeMillis(t),
                            data.series().get(gap.series()).value(t, d),
                            seen,
                            t >= gap.begin() && t < gap.end(),
                            seen ? null : GapSample.Fan.of(run.causal(), t, d),
                            seen || !revises ? null : GapSample.Fan.of(run.revised(), t, d)));
        }
        return new GapSample(
                data.series().get(gap.series()).sensor(),
                data.channels().get(d),
                length,
                bundle.normaliser().widthFromZ(d, gap.zError()),
                ofChannel.indexOf(gap) + 1,
                ofChannel.size(),
                moments);
    }
}
