package io.hindsight.trainer.detect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** An episode in one sentence that a person understands. */
public final class EpisodeSentence {
    private static final int MOST_OTHERS = 3;
    private static final double LEAST_OTHER = 0.1;
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final int FEW_READINGS = 50;

    private EpisodeSentence() {}

    /**
     * Such as {@code PM10 at Dingling: 412 where 96 ± 31 was expected; never so high in 9 days}.
     */
    public static String of(SensorDetection sensor, Episode episode) {
        Optional<EpisodeChannel> first =
                episode.channels().stream().filter(one -> !Double.isNaN(one.seen())).findFirst();
        if (first.isEmpty()) {
            return sensor.sensor() + ": unlike all that it has shown";
        }
        EpisodeChannel most = first.get();
        String record = record(sensor, episode, most);
        String course = record.isEmpty() && isWithin(most) ? ", but not in such a course" : "";
        return "%s at %s: %s%s%s%s"
                .formatted(
                        sensor.channels().get(most.channel()),
                        sensor.sensor(),
                        value(most),
                        course,
                        record,
                        others(sensor, episode, most));
    }

    private static String value(EpisodeChannel most) {
        Digits digits = new Digits(most.seen(), most.expected(), most.band());
        String seen = digits.of(most.seen());
        if (Double.isNaN(most.expected())) {
            return seen;
        }
        boolean known = most.band() > 0;
        String usual =
                digits.of(most.expected())
                        + (known ? " ± " + Digits.ofBand(most.band(), digits) : "");
        return "%s where %s was expected".formatted(seen, usual);
    }

    private static boolean isWithin(EpisodeChannel most) {
        return Math.abs(most.seen() - most.expected()) <= most.band();
    }

    /** For how long it was never so high, or so low; empty if that is nothing to tell. */
    private static String record(SensorDetection sensor, Episode episode, EpisodeChannel most) {
        boolean high = !(most.seen() < most.expected());
        int row = episode.firstRow() - 1;
        while (row >= 0 && !reaches(sensor.value(row, most.channel()), most.seen(), high)) {
            row--;
        }
        if (episode.firstRow() - row < FEW_READINGS) {
            return "";
        }
        long millis = sensor.timeMillis(episode.peakRow()) - sensor.timeMillis(Math.max(row, 0));
        String word = high ? "high" : "low";
        return row < 0
                ? "; never so %s in %s".formatted(word, span(millis))
                : "; not so %s for %s".formatted(word, span(millis));
    }

    private static boolean reaches(double value, double seen, boolean high) {
        return high ? value >= seen : value <= seen;
    }

    private static String span(long millis) {
        if (millis >= 2 * DAY) {
            return millis / DAY + " days";
        }
        if (millis >= 2 * HOUR) {
            return millis / HOUR + " hours";
        }
        return millis >= 2 * MINUTE ? millis / MINUTE + " minutes" : millis / 1_000 + " s";
    }

    private static String others(SensorDetection sensor, Episode episode, EpisodeChannel most) {
        List<String> names =
                episode.channels().stream()
                        .filter(
                                one ->
                                        one.channel() != most.channel()
                                                && one.share() >= LEAST_OTHER)
                        .limit(MOST_OTHERS)
                        .map(
                                one ->
                                        sensor.channels().get(one.channel())
                                                + " "
                                                + one.direction().sign())
                        .collect(Collectors.toList());
        return names.isEmpty() ? "" : "; with " + String.join(", ", names);
    }

    /** As finely as the band has two digits, or a tenth of the difference if that is more. */
    private record Digits(int behindPoint, boolean plain) {
        private static final int MOST = 6;
        private static final double LARGE = 1e7;

        Digits(double seen, double expected, double band) {
            this(
                    behindPoint(size(band, Math.abs(seen - expected))),
                    Math.max(Math.abs(seen), Math.abs(expected)) < LARGE);
        }

        private static double size(double band, double difference) {
            return band > 0 ? Math.max(band, difference / 10) : difference;
        }

        private static int behindPoint(double size) {
            double least = size > 0 ? 1 - Math.floor(Math.log10(size)) : 2;
            return (int) Math.max(0, Math.min(MOST, least));
        }

        /** A band by its own digits, where it is narrower than what is told. */
        static String ofBand(double band, Digits values) {
            int own = behindPoint(band);
            return own <= values.behindPoint || !values.plain
                    ? values.of(band)
                    : String.format(Locale.ROOT, "%.2g", band);
        }

        String of(double value) {
            String text =
                    plain
                            ? String.format(Locale.ROOT, "%,." + behindPoint + "f", value)
                            : String.format(Locale.ROOT, "%.3g", value);
            return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
        }
    }
}
