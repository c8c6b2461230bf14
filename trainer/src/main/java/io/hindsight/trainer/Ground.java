package io.hindsight.trainer;

import io.hindsight.model.anchor.AnchorSpec;
import io.hindsight.model.context.ContextChannels;
import io.hindsight.model.normalise.Bounds;
import io.hindsight.model.normalise.Normaliser;
import io.hindsight.model.series.Season;
import io.hindsight.model.student.StudentSpec;
import io.hindsight.trainer.calibrate.Rehearsal;
import io.hindsight.trainer.clean.CleaningReport;
import io.hindsight.trainer.data.DataException;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.GroupContext;
import io.hindsight.trainer.data.SensorSeries;
import io.hindsight.trainer.data.Split;
import io.hindsight.trainer.data.ZSeries;
import io.hindsight.trainer.data.season.Seasons;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a training stands on: the data with its context, cut into parts in z units, and the seasons
 * that its training part shows.
 */
final class Ground {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);

    /** A series without a season has a running mean as slow as that of an hour of the day. */
    private static final int SLOTS_WITHOUT_SEASON = 24;

    /** A calendar period must come so often in the training part to be an input. */
    private static final int LEAST_TURNS = 3;

    private final DataSet data;
    private final Split split;
    private final TrainingOptions options;
    private final Season season;
    private final List<Long> periods;
    private final Cleaned cleaned;
    private final List<ZSeries> validation;
    private final Bounds bounds;

    /**
     * @param seasons of the recorded data's training part
     */
    Ground(DataSet recorded, Split split, Seasons seasons, TrainingOptions options) {
        requireSlots(recorded, options);
        this.data = options.context() ? GroupContext.add(recorded) : withWholeContext(recorded);
        this.split = split;
        this.options = options;
        options.season().ifPresent(asked -> AskedSeason.check(asked, recorded, split));
        this.season = options.season().map(this::season).orElseGet(() -> strongest(seasons));
        this.periods =
                options.periods()
                        .map(asked -> asked.stream().map(Duration::toMillis).toList())
                        .orElseGet(() -> periods(seasons));
        this.cleaned = Cleaned.of(data, split, season);
        this.validation = cleanValidation();
        this.bounds = options.bounds().of(data, split);
    }

    /** Irregular sensors have no slots for a filter to count, nor to share with others. */
    private static void requireSlots(DataSet recorded, TrainingOptions options) {
        if (recorded.isRegular()) {
            return;
        }
        if (options.anchor().isFilter()) {
            throw new DataException(
                    "the anchor of irregular sensors must be none or decay, since a filter counts slots: "
                            + options.anchor().label());
        }
        if (options.context() || ContextChannels.areAmong(recorded.channels())) {
            throw new DataException(
                    "irregular sensors must have no context, since that is of a slot");
        }
    }

    /** A recording may have its context already, but not a part of one. */
    private static DataSet withWholeContext(DataSet recorded) {
        try {
            ContextChannels.sent(recorded.channels(), recorded.predicted().size());
            return recorded;
        } catch (IllegalArgumentException e) {
            throw new DataException(e.getMessage(), e);
        }
    }

    private Season strongest(Seasons seasons) {
        return seasons.main()
                .map(found -> new Season(found.periodMillis(), found.bins()))
                .orElseGet(() -> season(Duration.ZERO));
    }

    /** A bin a slot; for no season one that never ends. */
    private Season season(Duration period) {
        long interval = data.paceMillis();
        if (period.isZero()) {
            return new Season(SLOTS_WITHOUT_SEASON * interval, 1);
        }
        long slots = Math.max(1, period.toMillis() / interval);
        return new Season(
                period.toMillis(),
                (int) Math.min(io.hindsight.trainer.data.season.Season.MOST_BINS, slots));
    }

    /** The day and the week where the data is long and fine enough for them, and what was found. */
    private List<Long> periods(Seasons seasons) {
        long length = Math.min(split.trainUntilMillis(), data.lastMillis()) - data.firstMillis();
        Stream<Long> calendar =
                Stream.of(DAY, WEEK)
                        .map(Duration::toMillis)
                        .filter(period -> period >= 4 * data.paceMillis())
                        .filter(period -> period * LEAST_TURNS <= length);
        Stream<Long> found = seasons.found().stream().map(s -> s.periodMillis());
        return new TreeSet<>(Stream.concat(calendar, found).toList())
                .stream().limit(StudentSpec.MOST_PERIODS).toList();
    }

    DataSet data() {
        return data;
    }

    Split split() {
        return split;
    }

    Bounds bounds() {
        return bounds;
    }

    Normaliser normaliser() {
        return cleaned.statistics().normaliser();
    }

    /** Sentences for the person who trains. */
    List<String> notes() {
        List<String> notes = new ArrayList<>(cleaned.statistics().notes());
        notes.addAll(cleaned.cleaning().report().sentences());
        if (!data.isRegular()) {
            notes.add(
                    "irregular sensors: the model counts time in the usual one between two"
                            + " readings, "
                            + Duration.ofMillis(data.paceMillis())
                            + ", and has no teacher and no reviser, which need slots");
        }
        return notes;
    }

    Season season() {
        return season;
    }

    long slotsOfSeason() {
        return Math.max(1, season.periodMillis() / data.paceMillis());
    }

    /** The training part without spikes and stuck runs. */
    List<ZSeries> training() {
        return cleaned.cleaning().training();
    }

    /** The validation part without spikes and stuck runs. */
    List<ZSeries> validation() {
        return validation;
    }

    private List<ZSeries> cleanValidation() {
        List<ZSeries> parts = new ArrayList<>();
        for (SensorSeries series : data.series()) {
            int from = split.trainEnd(series);
            parts.add(new ZSeries(series, normaliser(), from, split.validateEnd(series)));
        }
        if (parts.stream().allMatch(ZSeries::isEmpty)) {
            throw new DataException("the data has no slot in the validation part");
        }
        return cleaned.cleaning().clean(parts);
    }

    CleaningReport cleaning() {
        return cleaned.cleaning().report();
    }

    /** What comes after validation; empty parts if the data ends there. */
    List<ZSeries> test() {
        List<ZSeries> parts = new ArrayList<>();
        for (SensorSeries series : data.series()) {
            parts.add(
                    new ZSeries(series, normaliser(), split.validateEnd(series), series.length()));
        }
        return parts;
    }

    /** Of the validation part, where spikes and stuck runs flow by but are no truth. */
    Rehearsal rehearsal() {
        return Rehearsal.ofClean(data.series(), validation);
    }

    StudentSpec spec(AnchorSpec anchor) {
        return new StudentSpec(
                options.cell(),
                options.hiddenSize(),
                data.channels(),
                data.given().size(),
                Collections.nCopies(data.channels().size(), ""),
                data.intervalMillis(),
                periods,
                anchor,
                anchor.kind().isFilter() ? options.backwardSize() : 0,
                data.paceMillis());
    }
}
