package io.hindsight.benchmarks.detect;

import io.hindsight.benchmarks.detect.ProductDetector.Say;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** All kinds of detectors that the tables know. */
public final class Detectors {
    /** The library alarms with any grade but 0. */
    private static final double ANY_GRADE = Double.MIN_VALUE;

    /** Rows that the recommended forest takes as one point. */
    static final int SHINGLE = 8;

    /** A round number near what is best on the sets: for comparison, not chosen apart from them. */
    private static final double PROMINENT = 0.2;

    /** In the order of the tables. */
    public static final List<DetectorKind> ALL =
            List.of(
                    product("hindsight", ProductDetector.SCALE_OF_ALARM, Say.SCALE),
                    product("hindsight-prominence", PROMINENT, Say.PROMINENCE),
                    product("hindsight-alarms", 1, Say.ALARM),
                    DetectorKind.withoutThreshold("ewma-z", EwmaZ::new),
                    DetectorKind.withoutThreshold("windowed-gaussian", WindowedGaussian::new),
                    DetectorKind.withoutThreshold("rcf", RandomCutForestPeer::asSubmittedToNab),
                    new DetectorKind(
                            "rcf-grade",
                            ANY_GRADE,
                            channels -> RandomCutForestPeer.graded(channels, SHINGLE)));

    private Detectors() {}

    private static DetectorKind product(String name, double threshold, Say say) {
        return new DetectorKind(name, threshold, channels -> new ProductDetector(channels, say));
    }

    /**
     * @param names with commas between them
     * @throws IllegalArgumentException if one is not known
     */
    public static List<DetectorKind> named(String names) {
        return Arrays.stream(names.split(",", -1)).map(Detectors::one).toList();
    }

    private static DetectorKind one(String name) {
        return ALL.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "a detector must be one of %s: %s"
                                                .formatted(names(), name)));
    }

    /** All names, for messages. */
    static String names() {
        return ALL.stream().map(DetectorKind::name).collect(Collectors.joining(", "));
    }
}
