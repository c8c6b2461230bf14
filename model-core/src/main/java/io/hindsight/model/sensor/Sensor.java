package io.hindsight.model.sensor;

import io.hindsight.model.episode.ChannelNames;
import io.hindsight.model.episode.EpisodeChange;
import io.hindsight.model.episode.EpisodeTracker;
import io.hindsight.model.episode.SilenceTracker;
import io.hindsight.model.score.Judgement;
import io.hindsight.model.suppress.Suppressor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A sensor's life, slot by slot and in the order of their time: which slots have no reading, which
 * model acts, the step itself, the look back, and the episodes. State and past belong to the
 * caller, who keeps them for every sensor; this class has none.
 *
 * <p>A change of models costs no blind spot: the new one is led through the past, then takes the
 * slot ({@link TakeOver}).
 */
public final class Sensor {
    /** Slots without a reading that are stepped through; after them a sensor is lost. */
    public static final int MOST_MISSED_SLOTS = SensorStep.MOST_MISSED_SLOTS;

    private final double alarmsPerMonth;
    private final Optional<GenericStep> generic;
    private final EpisodeTracker episodes;
    private final SilenceTracker silences;

    /** A sensor that waits for its group's first model. */
    public Sensor(AlarmRules rules) {
        this(rules, WithoutModel.WAIT);
    }

    public Sensor(AlarmRules rules, WithoutModel withoutModel) {
        alarmsPerMonth = rules.perMonth();
        generic =
                switch (withoutModel) {
                    case WAIT -> Optional.empty();
                    case GENERIC -> Optional.of(new GenericStep(rules.perMonth()));
                };
        episodes = rules.newEpisodes();
        silences = rules.newSilences();
    }

    /** Which model acts at a moment, and the one whose memory a state holds. */
    public interface Acting {
        Optional<Model> at(long eventTimeMillis);

        Optional<Model> ofVersion(long version);

        /** Whether something may be said of a sensor while no model acts. */
        default boolean answersWithoutModel() {
            return true;
        }
    }

    /**
     * When the slot after the last one is due; empty where there are no slots: before the first
     * reading, without a model, of an irregular sensor, and of one that is lost.
     */
    public Optional<Due> due(SensorState state, Acting models) {
        if (state.lastSlotMillis == Long.MIN_VALUE || state.missed >= MOST_MISSED_SLOTS) {
            return Optional.empty();
        }
        long last = state.lastSlotMillis;
        return models.at(last)
                .map(state::intervalMillis)
                .filter(interval -> interval > 0)
                .map(interval -> Due.after(last, interval))
                .filter(due -> models.at(due.slotMillis()).filter(Sensor::isRegular).isPresent());
    }

    private static boolean isRegular(Model model) {
        return model.step().spec().isRegular();
    }

    /**
     * A slot that is due.
     *
     * @param slotMillis its event time, if no reading comes
     * @param missedFromMillis event time of the first reading that would leave it without one
     * @param intervalMillis the sensor's interval then
     */
    public record Due(long slotMillis, long missedFromMillis, long intervalMillis) {
        /** The one that is due after it. */
        public Due following() {
            return after(slotMillis, intervalMillis);
        }

        private static Due after(long slotMillis, long intervalMillis) {
            return new Due(
                    SensorStep.nextSlotMillis(slotMillis, intervalMillis),
                    SensorStep.missedFromMillis(slotMillis, intervalMillis),
                    intervalMillis);
        }
    }

    /** Event time from which on what is told beside a sensor's slot is complete. */
    public long knownFromMillis(Acting models, GivenContext context, long eventTimeMillis) {
        return models.at(eventTimeMillis)
                .map(model -> context.knownFromMillis(model.bundle(), eventTimeMillis))
                .orElse(Long.MIN_VALUE);
    }

    /** Why a reading could not be taken, if it could not. */
    public Optional<Outcome.Refused> refusal(
            Acting models, GivenContext context, long eventTimeMillis, double[] sent) {
        return models.at(eventTimeMillis)
                .map(Model::bundle)
                .filter(bundle -> !context.takes(bundle, sent.length))
                .map(bundle -> new Outcome.Refused(sent.length, context.wanted(bundle)));
    }

    /**
     * Takes a sensor's next reading. The slots that were due before it must have been missed.
     *
     * @param suppressor whose rules keep the reading's score, and keep it from the episodes
     * @param sent in the channels' own units, NaN is a hole, else finite; kept, not copied
     */
    public Outcome accept(
            SensorState state,
            Past past,
            Acting models,
            GivenContext context,
            Suppressor suppressor,
            long eventTimeMillis,
            double[] sent) {
        Optional<Outcome.Refused> refused = refusal(models, context, eventTimeMillis, sent);
        if (refused.isPresent()) {
            return refused.get();
        }
        List<EpisodeChange> changes = new ArrayList<>();
        silences.back(state.firstMissedMillis, state.lastSlotMillis, state.missed)
                .ifPresent(changes::add);
        Optional<Model> model = models.at(eventTimeMillis);
        if (model.isEmpty()) {
            forget(state);
            if (generic.isPresent()
                    && models.answersWithoutModel()
                    && sent.length <= GenericStep.MOST_CHANNELS) {
                return generic(state, suppressor, eventTimeMillis, sent, changes);
            }
            count(state, eventTimeMillis);
            return new Outcome.Waiting(List.copyOf(changes));
        }
        if (state.generic != null) {
            changes.addAll(episodes.close(state.episode, ChannelNames.UNKNOWN));
            state.generic = null;
        }
        if (leavesSlotsOut(state, model.get(), eventTimeMillis)) {
            state.leaveGaps(model.get().step());
        }
        Stepped stepped = step(state, past, models, context, model.get(), eventTimeMillis, sent);
        observeStep(state, model.get(), eventTimeMillis);
        count(state, eventTimeMillis);
        changes.addAll(judge(state, model.get(), suppressor, stepped.result()));
        return stepped.outcome(state.modelVersion, changes);
    }

    /**
     * Takes a reading while no model acts. What is known of the sensor begins anew with the first
     * such reading, and where readings have another number of channels than before; the episode
     * that was open then is over, since it was told by other expectations.
     */
    private Outcome generic(
            SensorState state,
            Suppressor suppressor,
            long eventTimeMillis,
            double[] sent,
            List<EpisodeChange> changes) {
        if (state.generic == null || state.generic.channels() != sent.length) {
            changes.addAll(episodes.close(state.episode, ChannelNames.UNKNOWN));
            state.generic = new GenericMemory(sent.length);
            state.watch = null;
        }
        GenericStep.Judged said =
                generic.orElseThrow().step(state.generic, suppressor, eventTimeMillis, sent);
        count(state, eventTimeMillis);
        if (!Float.isNaN(said.result().score)) {
            changes.addAll(
                    episodes.update(
                            state.episode,
                            said.counted().moment(said.result(), said.judgement()),
                            ChannelNames.UNKNOWN));
        }
        return new Outcome.Scored(
                0, said.result(), List.of(), Optional.empty(), List.copyOf(changes));
    }

    /** Judges a reading that was stepped, and says what becomes of the episodes. */
    private List<EpisodeChange> judge(
            SensorState state, Model model, Suppressor suppressor, StepResult result) {
        if (Float.isNaN(result.score)) {
            return List.of();
        }
        Judging judging = model.step().judging();
        long interval = state.intervalMillis(model);
        if (state.watch == null || state.watch.channels() != result.channelCount()) {
            state.watch = judging.newWatch();
        }
        Counted counted = Counted.of(result, model.bundle().spec().channels(), suppressor);
        Judgement judgement =
                judging.judge(state.watch, alarmsPerMonth, interval, counted.ignored(), result);
        result.suppressed = counted.suppressedBy(result);
        return episodes.update(state.episode, counted.moment(result, judgement), judging.names());
    }

    /** What ends with a sensor that is forgotten: its open episodes. */
    public List<EpisodeChange> forgotten(SensorState state, Acting models) {
        List<EpisodeChange> changes = new ArrayList<>();
        silences.back(state.firstMissedMillis, state.lastSlotMillis, state.missed)
                .ifPresent(changes::add);
        changes.addAll(episodes.close(state.episode, names(state, models)));
        return changes;
    }

    /** What was last told of the episode of surprise that is open, if one is. */
    public Optional<EpisodeChange> told(SensorState state, Acting models) {
        return state.episode.told(names(state, models));
    }

    private static ChannelNames names(SensorState state, Acting models) {
        return models.ofVersion(state.modelVersion)
                .map(model -> model.step().judging().names())
                .orElse(ChannelNames.UNKNOWN);
    }

    /** After a silence that is too long some slots are no slots: what was before is not revised. */
    private static boolean leavesSlotsOut(SensorState state, Model model, long eventTimeMillis) {
        long interval = state.intervalMillis(model);
        return state.missed >= MOST_MISSED_SLOTS
                && interval > 0
                && Due.after(state.lastSlotMillis, interval).missedFromMillis() <= eventTimeMillis;
    }

    /** Takes the slot that is {@link #due} and has no reading. */
    public Outcome.Scored miss(
            SensorState state, Past past, Acting models, GivenContext context, Due due) {
        Model model = models.at(due.slotMillis()).orElseThrow();
        double[] holes = new double[context.wanted(model.bundle())];
        Arrays.fill(holes, Double.NaN);
        Stepped stepped = step(state, past, models, context, model, due.slotMillis(), holes);
        state.firstMissedMillis = state.missed == 0 ? due.slotMillis() : state.firstMissedMillis;
        state.missed++;
        state.misses++;
        state.lastSlotMillis = due.slotMillis();
        state.nextFromMillis = due.missedFromMillis();
        List<EpisodeChange> changes =
                silences.missed(state.firstMissedMillis, due.slotMillis(), state.missed)
                        .map(List::of)
                        .orElse(List.of());
        return stepped.outcome(state.modelVersion, changes);
    }

    private record Stepped(StepResult result, LookBack.Looked looked) {
        Outcome.Scored outcome(long version, List<EpisodeChange> changes) {
            return new Outcome.Scored(
                    version, result, looked.revisions(), looked.keep(), List.copyOf(changes));
        }
    }

    private static Stepped step(
            SensorState state,
            Past past,
            Acting models,
            GivenContext context,
            Model model,
            long eventTimeMillis,
            double[] sent) {
        SensorStep step = model.step();
        if (model.version() != state.modelVersion) {
            TakeOver.of(state, past, context, models.ofVersion(state.modelVersion), model);
        }
        if (step.looksBack() != (state.gaps != null)) {
            state.leaveGaps(step);
        }
        StepResult result = new StepResult(step.spec().answeredCount());
        double[] values =
                context.complete(model.bundle(), past, state.readings, eventTimeMillis, sent);
        step.step(state.memory, eventTimeMillis, values, result);
        LookBack.Looked looked =
                state.gaps == null
                        ? LookBack.Looked.NOTHING
                        : step.lookBack(state.memory, eventTimeMillis, state.gaps, past::slot);
        return new Stepped(result, looked);
    }

    /** Without a model a memory falls behind; the next model is led through the past again. */
    private static void forget(SensorState state) {
        state.leaveGaps();
        state.modelVersion = 0;
        state.memory = null;
    }

    private static void observeStep(SensorState state, Model model, long eventTimeMillis) {
        if (!model.bundle().hasOwnInterval()) {
            state.interval = null;
            return;
        }
        if (state.interval == null) {
            state.interval = new OwnInterval();
        }
        if (state.readings > 0) {
            state.interval.observe(eventTimeMillis - state.lastReadingMillis);
        }
    }

    private static void count(SensorState state, long eventTimeMillis) {
        state.readings++;
        state.missed = 0;
        state.lastReadingMillis = eventTimeMillis;
        state.lastSlotMillis = eventTimeMillis;
        state.nextFromMillis = eventTimeMillis + 1;
    }
}
