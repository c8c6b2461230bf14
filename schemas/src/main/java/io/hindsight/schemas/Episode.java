package io.hindsight.schemas;

import static java.util.Objects.requireNonNull;

import java.util.List;

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
 * @param channel index of the strongest channel at the peak, −1 of a silence
 * @param observed what that channel measured at the peak
 * @param expected what was predicted for it
 * @param spread standard deviation of {@code expected}
 * @param modelVersion version of the model that scored the peak
 * @param severity how improbable the reading at the peak is, as a band
 * @param lasting how far that channel lay, on average, from what was expected of it when the
 *     episode opened; NaN of a silence
 * @param sentence what happened, for people
 * @param channels what it is about, those with the largest shares first
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
        long modelVersion,
        Severity severity,
        double lasting,
        String sentence,
        List<EpisodeChannel> channels) {

    public Episode {
        requireNonNull(id, "id");
        requireNonNull(sensor, "sensor");
        requireNonNull(group, "group");
        requireNonNull(kind, "kind");
        requireNonNull(phase, "phase");
        requireNonNull(severity, "severity");
        requireNonNull(sentence, "sentence");
        channels = List.copyOf(channels);
    }

    /** One of which nothing is told but its numbers. */
    public Episode(
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
        this(
                id,
                sensor,
                group,
                kind,
                phase,
                startMillis,
                endMillis,
                peakMillis,
                peakScore,
                readings,
                channel,
                observed,
                expected,
                spread,
                modelVersion,
                Severity.NONE,
                Double.NaN,
                "",
                List.of());
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
        /** It goes on; it is more severe, or another channel is the strongest at a higher peak. */
        UPDATE("update"),
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

    /** How improbable the reading at the peak is on its sensor. */
    public enum Severity implements Word {
        /** Of a silence, of what is withdrawn, and where an older version wrote. */
        NONE("none"),
        /** More often than one reading in 1,000. */
        MINOR("minor"),
        /** One reading in 1,000, or rarer. */
        MODERATE("moderate"),
        /** One reading in 10,000, or rarer. */
        SEVERE("severe"),
        /** One reading in 100,000, or rarer. */
        EXTREME("extreme");

        private final String word;

        Severity(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }
}
