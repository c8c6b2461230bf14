package io.hindsight.schemas;

import static java.util.Objects.requireNonNull;

/**
 * A run of anomalous readings of one sensor, or of readings that were due and did not come.
 *
 * @param id the same from open to close
 * @param sensor name of the sensor
 * @param group name of the sensor group
 * @param kind what it is of
 * @param phase whether it goes on
 * @param startMillis event time of the first of them
 * @param endMillis event time of the last of them so far
 * @param peakMillis event time of the most surprising reading so far, 0 of a silence
 * @param peakScore score of that reading
 * @param readings number of them so far
 * @param channel index of the channel with the highest score at the peak, −1 of a silence
 * @param observed what that channel measured at the peak
 * @param expected what was predicted for it
 * @param spread standard deviation of {@code expected}
 * @param modelVersion version of the model that scored the peak
 */
public record Episode(
        String id,
        String sensor,
        String group,
        Kind kind,
        Phase phase,
        long startMillis,
        long endMillis,
        long peakMillis,
        float peakScore,
        int readings,
        int channel,
        double observed,
        float expected,
        float spread,
        long modelVersion) {

    public Episode {
        requireNonNull(id, "id");
        requireNonNull(sensor, "sensor");
        requireNonNull(group, "group");
        requireNonNull(kind, "kind");
        requireNonNull(phase, "phase");
    }

    /** What an episode is of. */
    public enum Kind implements Word {
        /** Readings that surprise. */
        SURPRISE("surprise"),
        /** Readings that do not come. */
        SILENCE("silence");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** Whether an episode goes on. */
    public enum Phase implements Word {
        /** It has started and may go on. */
        OPEN("open"),
        /** Of a silence: nothing is said of the sensor until it is back. */
        LOST("lost"),
        /** It has ended; nothing more comes of it. */
        CLOSED("closed"),
        /** It has lasted so long that it is what the sensor does now; nothing more comes of it. */
        NEW_NORMAL("new-normal"),
        /** Readings that came late show that it never was. */
        WITHDRAWN("withdrawn");

        private final String word;

        Phase(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }
}
