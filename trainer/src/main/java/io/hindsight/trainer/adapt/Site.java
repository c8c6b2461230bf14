package io.hindsight.trainer.adapt;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.normalise.Normaliser;
import io.hindsight.model.series.Season;
import io.hindsight.model.student.StudentSpec;
import io.hindsight.trainer.calibrate.Rehearsal;
import io.hindsight.trainer.clean.Cleaning;
import io.hindsight.trainer.clean.CleaningReport;
import io.hindsight.trainer.data.DataException;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.GroupContext;
import io.hindsight.trainer.data.SensorSeries;
import io.hindsight.trainer.data.Split;
import io.hindsight.trainer.data.ZSeries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A new site's recording as a group's bundle sees it: its channels, its slots, its z units. */
public final class Site {
    /**
     * Values a channel by which something may be decided; see
     * docs/decisions/0011-a-groups-model-at-a-new-site.md.
     */
    static final int DECIDING_VALUES = 1_000;

    /** Slots without a season that cleaning takes for one. */
    private static final int SLOTS_WITHOUT_SEASON = 24;

    private final Bundle group;
    private final DataSet data;
    private final Split split;

    private Site(Bundle group, DataSet data, Split split) {
        this.group = group;
        this.data = data;
        this.split = split;
    }

    /**
     * @param recorded without the context of a group, which is added if the bundle takes it; any of
     *     its parts may be empty
     * @throws DataException if it has not the bundle's channels or its interval
     */
    public static Site of(Bundle group, DataSet recorded, Split split) {
        StudentSpec spec = group.spec();
        DataSet data =
                group.context()
                        .map(context -> GroupContext.add(recorded, context.phaseMillis()))
                        .orElse(recorded);
        if (!data.channels().equals(spec.channels())) {
            throw new DataException(
                    "the data's channels must be the bundle's, in its order: data %s, bundle %s"
                            .formatted(data.channels(), spec.channels()));
        }
        if (data.given().size() != spec.channelCount() - spec.answeredCount()) {
            throw new DataException(
                    "the data's given channels must be the bundle's: data %s, bundle %s"
                            .formatted(
                                    data.given(),
                                    spec.channels()
                                            .subList(spec.answeredCount(), spec.channelCount())));
        }
        if (data.intervalMillis() != spec.intervalMillis()) {
            throw new DataException(
                    "the data's interval must be the bundle's: data %s, bundle %s"
                            .formatted(
                                    interval(data.intervalMillis()),
                                    interval(spec.intervalMillis())));
        }
        return new Site(group, data, split);
    }

    private static String interval(long millis) {
        return millis == 0 ? "none" : Duration.ofMillis(millis).toString();
    }

    /** Slots of the training part with a value, over all sensors. */
    public long trainingSlots() {
        return data.series().stream().mapToLong(one -> slots(one, 0, split.trainEnd(one))).sum();
    }

    private long slots(SensorSeries series, int from, int to) {
        long slots = 0;
        for (int t = from; t < to; t++) {
            slots += values(series, t) > 0 ? 1 : 0;
        }
        return slots;
    }

    private int values(SensorSeries series, int slot) {
        int values = 0;
        for (int d = 0; d < group.spec().answeredCount(); d++) {
            values += Double.isNaN(series.value(slot, d)) ? 0 : 1;
        }
        return values;
    }

    /** Values of the validation part that a channel has on average, over all sensors. */
    long validationValues() {
        long values = 0;
        for (SensorSeries series : data.series()) {
            for (int t = split.trainEnd(series); t < split.validateEnd(series); t++) {
                values += values(series, t);
            }
        }
        return values / group.spec().answeredCount();
    }

    /** Whether the validation part is long enough to decide anything by. */
    boolean decides() {
        return validationValues() >= DECIDING_VALUES;
    }

    /** Of the validation part, where spikes and stuck runs flow by but are no truth. */
    Rehearsal rehearsal(Parts parts) {
        return Rehearsal.ofClean(data.series(), parts.validation());
    }

    /** Of the validation part as it is. */
    Rehearsal rehearsal() {
        return new Rehearsal(
                data.series().stream()
                        .map(
                                one ->
                                        new Rehearsal.Part(
                                                one, split.trainEnd(one), split.validateEnd(one)))
                        .toList());
    }

    /** What can be learnt from: both parts in z units, without spikes and stuck runs. */
    record Parts(List<ZSeries> training, List<ZSeries> validation, CleaningReport cleaning) {}

    Parts parts() {
        StudentSpec spec = group.spec();
        List<Normaliser> units =
                data.series().stream()
                        .map(one -> SiteUnits.of(group, one, split.trainEnd(one)))
                        .toList();
        List<ZSeries> training = new ArrayList<>();
        List<ZSeries> validation = new ArrayList<>();
        for (int k = 0; k < units.size(); k++) {
            SensorSeries one = data.series().get(k);
            int end = split.trainEnd(one);
            training.add(new ZSeries(one, units.get(k), 0, end));
            validation.add(new ZSeries(one, units.get(k), end, split.validateEnd(one)));
        }
        Season season =
                spec.anchor().kind().isFilter()
                        ? spec.anchor().season()
                        : new Season(SLOTS_WITHOUT_SEASON * spec.paceMillis(), 1);
        Cleaning cleaning = Cleaning.of(data.channels(), season, training);
        return new Parts(cleaning.training(), cleaning.clean(validation), cleaning.report());
    }
}
