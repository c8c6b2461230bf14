package io.hindsight.model.episode;

import java.util.Optional;

/**
 * Tells when a sensor falls silent, is lost and is back, from how many readings that were due have
 * not come. The outage itself raises the alarm, not the recovery.
 */
public final class SilenceTracker {
    private final int alarmSlots;
    private final int lostSlots;

    /**
     * @param alarmSlots missing readings in a row that open an episode, at least 1
     * @param lostSlots missing readings after which the sensor is lost
     */
    public SilenceTracker(int alarmSlots, int lostSlots) {
        if (alarmSlots < 1 || alarmSlots > lostSlots) {
            throw new IllegalArgumentException(
                    "alarmSlots must be 1 to " + lostSlots + ": " + alarmSlots);
        }
        this.alarmSlots = alarmSlots;
        this.lostSlots = lostSlots;
    }

    /**
     * A reading that was due has not come.
     *
     * @param startMillis when the first of them was due
     * @param slotMillis when this one was
     * @param missed how many they are
     */
    public Optional<EpisodeChange> missed(long startMillis, long slotMillis, int missed) {
        if (missed == lostSlots) {
            return change(EpisodeChange.Phase.LOST, startMillis, slotMillis, missed);
        }
        return missed == alarmSlots
                ? change(EpisodeChange.Phase.OPEN, startMillis, slotMillis, missed)
                : Optional.empty();
    }

    /**
     * A reading has come.
     *
     * @param startMillis when the first of the missing ones before it was due
     * @param lastMillis when the last of them was
     * @param missed how many they were
     */
    public Optional<EpisodeChange> back(long startMillis, long lastMillis, int missed) {
        return missed >= alarmSlots
                ? change(EpisodeChange.Phase.CLOSED, startMillis, lastMillis, missed)
                : Optional.empty();
    }

    private static Optional<EpisodeChange> change(
            EpisodeChange.Phase phase, long startMillis, long endMillis, int missed) {
        return Optional.of(
                new EpisodeChange(
                        phase,
                        Episode.silence(startMillis, endMillis, missed),
                        ChannelNames.UNKNOWN));
    }
}
