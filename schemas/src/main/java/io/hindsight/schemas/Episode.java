package io.hindsight.schemas;

import static java.util.Objects.requireNonNull;

/**
 * A run of anomalous readings of one sensor.
 *
 * @param id the same from open to close
 * @param sensor name of the sensor
 * @param group name of the sensor group
 * @param phase whether it goes on
 * @param startMillis event time of the first anomalous reading
 * @param endMillis event time of the last anomalous reading so far
 * @param peakMillis event time of the most surprising reading so far
 * @param peakScore score of that reading
 * @param readings number of anomalous readings so far
 * @param channel index of the channel with the highest score at the peak
 * @param observed what that channel measured at the peak
 * @param expected what was predicted for it
 * @param spread standard deviation of {@code expected}
 * @param modelVersion version of the model that scored the peak
 */
public record Episode(
        String id,
        String sensor,
        String group,
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
        requireNonNull(phase, "phase");
    }

    /** Whether an episode goes on. */
    public enum Phase implements Word {
        /** It has started and may go on. */
        OPEN("open"),
        /** It has ended; nothing more comes of it. */
        CLOSED("closed");

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
