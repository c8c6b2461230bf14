package io.hindsight.schemas;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Values of every kind, drawn with an eye on the edges: empty, huge, absent, not finite. */
final class Draws {

    private static final String[] LETTERS = {"a", "Z", "-", "é", "水", "\uFFFD", "😀", "\0"};

    private Draws() {}

    /** Spread out, since the first numbers of neighbouring seeds are much alike. */
    static Random random(int seed) {
        return new Random(seed * 0x9E3779B97F4A7C15L);
    }

    static Reading reading(Random random) {
        return random.nextInt(4) == 0
                ? Reading.asSent(
                        text(random),
                        text(random),
                        number(random),
                        1.0,
                        null,
                        Double.NaN,
                        Double.NEGATIVE_INFINITY)
                : new Reading(
                        text(random),
                        text(random),
                        number(random),
                        random.doubles(random.nextInt(20))
                                .map(any -> doubleOrNaN(random))
                                .toArray());
    }

    static Result result(Random random) {
        return new Result(
                text(random),
                text(random),
                number(random),
                (int) number(random),
                number(random),
                text(random),
                number(random),
                floatOrNaN(random),
                (int) number(random),
                random.nextBoolean() ? null : text(random),
                Stream.generate(() -> channelResult(random)).limit(random.nextInt(20)).toList());
    }

    private static ChannelResult channelResult(Random random) {
        return new ChannelResult(
                doubleOrNaN(random),
                floatOrNaN(random),
                floatOrNaN(random),
                floatOrNaN(random),
                floatOrNaN(random),
                floatOrNaN(random),
                floatOrNaN(random));
    }

    private static <T> T one(T[] values, Random random) {
        return values[random.nextInt(values.length)];
    }

    static Episode episode(Random random) {
        return new Episode(
                text(random),
                text(random),
                text(random),
                one(Episode.Kind.values(), random),
                one(Episode.Phase.values(), random),
                number(random),
                number(random),
                number(random),
                floatOrNaN(random),
                (int) number(random),
                (int) number(random),
                doubleOrNaN(random),
                floatOrNaN(random),
                floatOrNaN(random),
                number(random),
                one(Episode.Severity.values(), random),
                doubleOrNaN(random),
                text(random),
                Stream.generate(() -> episodeChannel(random)).limit(random.nextInt(20)).toList());
    }

    private static EpisodeChannel episodeChannel(Random random) {
        return new EpisodeChannel(
                (int) number(random),
                text(random),
                text(random),
                floatOrNaN(random),
                one(EpisodeChannel.Direction.values(), random),
                doubleOrNaN(random),
                floatOrNaN(random),
                floatOrNaN(random));
    }

    static ModelRelease modelRelease(Random random) {
        return new ModelRelease(
                text(random),
                number(random),
                bytes(random, 32),
                random.nextBoolean() ? null : bytes(random, 64),
                bytes(random, random.nextInt(5000)),
                number(random));
    }

    static ModelSchedule modelSchedule(Random random) {
        ModelSchedule.Kind[] kinds = ModelSchedule.Kind.values();
        return new ModelSchedule(
                text(random),
                Stream.generate(
                                () ->
                                        new ModelSchedule.Order(
                                                (int) number(random),
                                                kinds[random.nextInt(kinds.length)],
                                                number(random),
                                                number(random)))
                        .limit(random.nextInt(20))
                        .toList(),
                number(random));
    }

    static ModelTimes modelTimes(Random random) {
        return new ModelTimes(text(random), times(random), times(random));
    }

    private static List<ModelTimes.Time> times(Random random) {
        return Stream.generate(() -> new ModelTimes.Time((int) number(random), number(random)))
                .limit(random.nextInt(20))
                .toList();
    }

    static ModelSuppression modelSuppression(Random random) {
        return new ModelSuppression(
                text(random),
                Stream.generate(
                                () ->
                                        new ModelSuppression.Edition(
                                                (int) number(random), number(random), text(random)))
                        .limit(random.nextInt(20))
                        .toList(),
                number(random));
    }

    static DeadLetter deadLetter(Random random) {
        return new DeadLetter(
                new DeadLetter.Origin(
                        text(random), (int) number(random), number(random), number(random)),
                random.nextBoolean() ? null : bytes(random, random.nextInt(9)),
                random.nextBoolean() ? null : bytes(random, random.nextInt(300)),
                new DeadLetter.Fault(text(random), text(random), text(random), text(random)));
    }

    static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        IntStream.range(0, random.nextInt(12))
                .forEach(any -> text.append(LETTERS[random.nextInt(LETTERS.length)]));
        return text.toString();
    }

    private static long number(Random random) {
        return random.nextLong() >> random.nextInt(64);
    }

    private static double doubleOrNaN(Random random) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> Double.NaN;
            case 2 -> -0.0;
            case 3 -> Double.MIN_VALUE;
            case 4 -> Double.POSITIVE_INFINITY;
            default -> random.nextGaussian() * 1e3;
        };
    }

    private static float floatOrNaN(Random random) {
        return (float) doubleOrNaN(random);
    }
}
