package io.hindsight.trainer.clean;

import io.hindsight.model.anchor.AnchorKind;
import io.hindsight.model.anchor.AnchorSpec;
import io.hindsight.model.anchor.FilterForm;
import io.hindsight.model.series.Season;
import io.hindsight.trainer.anchor.AnchorFit;
import io.hindsight.trainer.anchor.AnchorNumbers;
import io.hindsight.trainer.data.ZSeries;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Leaves spikes and stuck runs out of series: readings there become holes of a view, the data
 * itself stays as it is. What is usual is learned from the training part; the validation part is
 * cleaned by the same rules, so that no model is chosen by how well it repeats a fault.
 *
 * <p>Spikes are what an anchor did not expect that was fitted to the data without stuck runs, and
 * then once more without the spikes that were found so. If all faults together are less than
 * {@value #FEW} of the readings, and no channel has spikes in {@value #MANY_SPIKES} of its own,
 * nothing is left out.
 */
public final class Cleaning {
    static final double FEW = 0.002;
    static final double MANY_SPIKES = 0.005;
    private static final double RIDGE = 1_000;
    private static final double[] RATES = {0.1};
    private static final double FIT_WORK = 0.5e9;
    private static final int LEAST_SAMPLE = 1_000;

    private final List<String> names;
    private final StuckRuns stuckRuns;
    private final Spikes spikes;
    private final List<ZSeries> training;
    private final List<BitSet> faults;
    private final CleaningReport report;

    /** What was found in one series. */
    private record Found(ZSeries part, List<List<int[]>> runs, BitSet spikes, BitSet all) {}

    private Cleaning(List<String> names, Season season, List<ZSeries> parts) {
        this.names = List.copyOf(names);
        this.stuckRuns = new StuckRuns(names.size(), parts);
        List<ZSeries> loose = parts.stream().map(this::withoutStuckRuns).toList();
        Spikes first = spikes(season, loose);
        this.spikes =
                spikes(season, loose.stream().map(part -> part.without(first.find(part))).toList());
        List<Found> found = parts.stream().parallel().map(this::find).toList();
        this.faults = found.stream().map(Found::all).toList();
        CleaningReport counted = count(found, true);
        boolean cleaned = counted.share() >= FEW || counted.mostSpikes() >= MANY_SPIKES;
        this.report = cleaned ? counted : count(found, false);
        this.training =
                cleaned ? found.stream().map(of -> of.part().without(of.all())).toList() : parts;
    }

    /**
     * Cleans the training parts.
     *
     * @param names of the channels
     */
    public static Cleaning of(List<String> names, Season season, List<ZSeries> training) {
        return new Cleaning(names, season, training);
    }

    private Spikes spikes(Season season, List<ZSeries> parts) {
        return new Spikes(names.size(), stuckRuns.repeating(), anchor(season, parts), parts);
    }

    /** A small anchor, fitted to a bounded part of the data. */
    private AnchorNumbers anchor(Season season, List<ZSeries> parts) {
        int channels = names.size();
        AnchorSpec spec = new AnchorSpec(AnchorKind.FILTER, 1, FilterForm.CHEAP, season, 1);
        double workOfSlot = 10.0 * channels * channels * channels;
        int longest = (int) Math.max(LEAST_SAMPLE, FIT_WORK / workOfSlot / parts.size());
        AnchorNumbers centre = new AnchorFit(spec, channels, RIDGE, parts).centre(RATES);
        List<ZSeries> sample = parts.stream().map(part -> part.last(longest)).toList();
        AnchorFit fit = new AnchorFit(spec, channels, RIDGE, sample);
        return fit.round(fit.round(centre));
    }

    private List<List<int[]>> runs(ZSeries part) {
        List<List<int[]>> runs = new ArrayList<>();
        for (int d = 0; d < names.size(); d++) {
            runs.add(stuckRuns.find(part, d));
        }
        return runs;
    }

    private BitSet cells(List<List<int[]>> runs) {
        BitSet cells = new BitSet();
        for (int d = 0; d < runs.size(); d++) {
            for (int[] run : runs.get(d)) {
                for (int slot : run) {
                    cells.set(slot * names.size() + d);
                }
            }
        }
        return cells;
    }

    private ZSeries withoutStuckRuns(ZSeries part) {
        return part.without(cells(runs(part)));
    }

    private Found find(ZSeries part) {
        List<List<int[]>> runs = runs(part);
        BitSet all = cells(runs);
        BitSet spiked = spikes.find(part.without(all));
        all.or(spiked);
        return new Found(part, runs, spiked, all);
    }

    private CleaningReport count(List<Found> found, boolean cleaned) {
        List<CleaningReport.Channel> channels = new ArrayList<>();
        for (int d = 0; d < names.size(); d++) {
            long readings = 0;
            long spiked = 0;
            long runs = 0;
            long inRuns = 0;
            for (Found of : found) {
                ZSeries part = of.part();
                for (int t = part.from(); t < part.to(); t++) {
                    readings += Float.isNaN(part.z(t, d)) ? 0 : 1;
                    spiked += of.spikes().get(t * names.size() + d) ? 1 : 0;
                }
                for (int[] run : of.runs().get(d)) {
                    boolean inside = run[0] >= part.from();
                    runs += inside ? 1 : 0;
                    inRuns += inside ? run.length : 0;
                }
            }
            channels.add(new CleaningReport.Channel(names.get(d), readings, spiked, runs, inRuns));
        }
        return new CleaningReport(cleaned, channels);
    }

    /**
     * All that was found in each training part, be it left out or not, as cells numbered slot *
     * channels + channel.
     */
    public List<BitSet> faults() {
        return faults;
    }

    /** The training parts, cleaned. */
    public List<ZSeries> training() {
        return training;
    }

    /** Other parts by the same rules; as they are if nothing was left out of the training parts. */
    public List<ZSeries> clean(List<ZSeries> parts) {
        return report.cleaned()
                ? parts.stream().parallel().map(part -> part.without(find(part).all())).toList()
                : parts;
    }

    /** What was found in the training parts. */
    public CleaningReport report() {
        return report;
    }
}
