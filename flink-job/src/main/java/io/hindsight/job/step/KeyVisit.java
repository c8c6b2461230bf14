package io.hindsight.job.step;

import io.hindsight.job.context.ContextSlots;
import io.hindsight.job.decode.Received;
import io.hindsight.model.sensor.Model;
import io.hindsight.model.sensor.Models;
import io.hindsight.model.timeline.Acceptance;
import io.hindsight.model.timeline.ModelsInRole.Role;
import io.hindsight.model.timeline.SensorLife;
import io.hindsight.model.timeline.Surroundings;
import io.hindsight.model.timeline.Timeline;
import io.hindsight.model.timeline.Visit;
import io.hindsight.model.timeline.Voice;
import java.io.IOException;
import java.util.Optional;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.TimerService;

/**
 * The current key's sensor while something happens to it: its timeline under the model that
 * answers, and, while there is one, a second timeline under the shadow, which takes the same
 * readings and keeps a state of its own.
 */
final class KeyVisit {
    private final Timeline timeline;
    private final KeyedSensor active;
    private final KeyedSensor shadow;
    private final Tuple2<String, String> owner;
    private final Models models;
    private final ContextSlots contexts;
    private final long currentWatermark;
    private final Speaker speaker;
    private final Voice shadowVoice;

    private SensorLife life;
    private SensorLife shadowLife;

    /**
     * @param owner group and sensor
     * @param currentWatermark of the subtask
     */
    KeyVisit(
            Timeline timeline,
            KeyedSensor active,
            KeyedSensor shadow,
            Tuple2<String, String> owner,
            Models models,
            ContextSlots contexts,
            long currentWatermark,
            Speaker speaker,
            Voice shadowVoice)
            throws IOException {
        this.timeline = timeline;
        this.active = active;
        this.shadow = shadow;
        this.owner = owner;
        this.models = models;
        this.contexts = contexts;
        this.currentWatermark = currentWatermark;
        this.speaker = speaker;
        this.shadowVoice = shadowVoice;
        this.life = active.life();
        this.shadowLife = models.hasShadows() ? shadow.life() : null;
    }

    /** Whether a reading of a moment can be answered before the context of its slot is known. */
    boolean needsNoContext(long eventTimeMillis) {
        return models.contextsAt(eventTimeMillis).isEmpty();
    }

    Acceptance accept(Received received, long watermark) {
        if (life == null) {
            life = new SensorLife();
        }
        long time = received.reading().eventTimeMillis();
        double[] values = received.reading().values();
        followShadow(time, values.length, watermark);
        Acceptance acceptance = timeline.accept(visit(watermark), time, values);
        if (acceptance instanceof Acceptance.Refused refused) {
            speaker.refuse(received.record(), refused);
        }
        if (shadowLife != null) {
            Acceptance beside = timeline.accept(shadowVisit(watermark), time, values);
            if (acceptance.isAccepted() && beside.refuses(Acceptance.Reason.CHANNEL_COUNT)) {
                endShadow();
            }
        }
        return acceptance;
    }

    /**
     * Begins the shadow's timeline where the active one's stands, or ends it. A shadow that takes
     * another number of channels than the sensor sends has none.
     */
    private void followShadow(long eventTimeMillis, int channels, long watermark) {
        long now = Math.max(eventTimeMillis, life.state().lastSlotMillis());
        Optional<Model> model = models.shadowAt(now);
        if (model.isEmpty() && shadowLife != null) {
            endShadow();
        } else if (shadowLife == null && model.filter(m -> takes(m, channels)).isPresent()) {
            shadowLife = new SensorLife();
            timeline.join(shadowVisit(watermark), visit(watermark));
        }
    }

    private boolean takes(Model model, int channels) {
        return surroundings(Role.SHADOW).context().takes(model.bundle(), channels);
    }

    private void endShadow() {
        shadow.clear();
        shadowLife = null;
    }

    /**
     * Says what is due by a moment, if anything may be.
     *
     * @return whether the sensor is still there
     */
    boolean fill(long nowMillis) {
        if (life == null || nowMillis < life.wakeMillis()) {
            return true;
        }
        if (shadowLife != null && !timeline.fill(shadowVisit(nowMillis))) {
            endShadow();
        }
        if (timeline.fill(visit(nowMillis))) {
            return true;
        }
        active.clear();
        shadow.clear();
        life = null;
        shadowLife = null;
        return false;
    }

    /** Whether {@link #guess} would say anything. */
    boolean isGuessDue(long nowMillis) {
        return timeline.guesses().isAnyDue(visit(Long.MIN_VALUE), nowMillis);
    }

    /** Says what would be missing at a moment, if the stream moved. */
    void guess(long nowMillis, long watermark) throws IOException {
        if (timeline.guesses().say(visit(watermark), nowMillis)) {
            save();
        }
    }

    /** Keeps what has changed. */
    void save() throws IOException {
        if (life != null && life.state().readings() > 0) {
            active.save(life);
            if (shadowLife != null) {
                shadow.save(shadowLife);
            }
        }
    }

    /** Keeps what has changed, and sets the timer for what is due next. */
    void leave(TimerService timers, WaitingReadings waiting) throws Exception {
        if (life == null || life.state().readings() == 0) {
            return;
        }
        long wake = timeline.wakeMillis(visit(Long.MIN_VALUE));
        if (shadowLife != null && shadowLife.state().readings() > 0) {
            wake = Math.min(wake, timeline.wakeMillis(shadowVisit(Long.MIN_VALUE)));
        }
        long before = life.wakeMillis();
        if (wake != before) {
            if (before != Long.MAX_VALUE && !waiting.isAny(before)) {
                timers.deleteEventTimeTimer(before);
            }
            if (wake != Long.MAX_VALUE) {
                timers.registerEventTimeTimer(wake);
            }
            life.setWakeMillis(wake);
        }
        save();
    }

    private Surroundings surroundings(Role role) {
        return GroupSurroundings.of(owner, models, role, contexts, currentWatermark);
    }

    private Visit visit(long watermark) {
        return new Visit(life, active.store(), surroundings(Role.ACTIVE), watermark, speaker);
    }

    private Visit shadowVisit(long watermark) {
        return new Visit(
                shadowLife, shadow.store(), surroundings(Role.SHADOW), watermark, shadowVoice);
    }
}
