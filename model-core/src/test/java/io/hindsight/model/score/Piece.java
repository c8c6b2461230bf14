package io.hindsight.model.score;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A stretch of one channel, recorded or made of a recording, and what a {@link Detector} says of
 * it.
 *
 * @param name for messages
 * @param values NaN is a hole
 */
@SuppressWarnings("ArrayRecordComponent")
record Piece(String name, long intervalMillis, double[] values) {
    static final long HOUR = 3_600_000;
    static final long FIVE_MINUTES = 300_000;

    private static final long START = 1_370_044_800_000L;

    /** One of the committed ones. */
    static Piece recorded(String name, long intervalMillis) {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        Piece.class.getResourceAsStream(
                                                "/pieces/" + name + ".txt")),
                                StandardCharsets.UTF_8))) {
            return new Piece(
                    name,
                    intervalMillis,
                    lines.lines()
                            .filter(line -> !line.startsWith("#"))
                            .mapToDouble(l -> l.isEmpty() ? Double.NaN : Double.parseDouble(l))
                            .toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int size() {
        return values.length;
    }

    /** The same with other values. */
    Piece with(String what, int size, IntToDoubleFunction value) {
        return new Piece(
                name + ", " + what,
                intervalMillis,
                IntStream.range(0, size).mapToDouble(value).toArray());
    }

    /** A counter that it makes: what was seen so far, added up. */
    Piece summed() {
        double[] sums = values.clone();
        for (int i = 1; i < sums.length; i++) {
            sums[i] = sums[i - 1] + (Double.isNaN(values[i]) ? 0 : values[i]);
        }
        return new Piece(name + ", summed", intervalMillis, sums);
    }

    /** The same, asked so many times as often; values in between are held. */
    Piece held(int times) {
        return new Piece(
                name + ", held",
                intervalMillis / times,
                IntStream.range(0, size() * times).mapToDouble(i -> values[i / times]).toArray());
    }

    /** The same, asked so many times as often; values in between lie on a line. */
    Piece interpolated(int times) {
        IntToDoubleFunction between =
                i -> {
                    double from = values[i / times];
                    double to = values[Math.min(i / times + 1, size() - 1)];
                    return from + (to - from) * (i % times) / times;
                };
        return new Piece(
                name + ", interpolated",
                intervalMillis / times,
                IntStream.range(0, size() * times).mapToDouble(between).toArray());
    }

    double largest() {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).max().orElseThrow();
    }

    double least() {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).min().orElseThrow();
    }

    double months() {
        return size() * (double) intervalMillis / Allowance.MONTH_MILLIS;
    }

    /** What is said of each of its readings. */
    List<Judgement> judged(double alarmsPerMonth) {
        Detector detector = new Detector(1, alarmsPerMonth);
        List<Judgement> all = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            Judgement judgement = detector.newJudgement();
            detector.judge(START + i * intervalMillis, new double[] {values[i]}, judgement);
            all.add(judgement);
        }
        return all;
    }

    /** The readings that raise an alarm. */
    List<Integer> alarms(double alarmsPerMonth) {
        List<Judgement> all = judged(alarmsPerMonth);
        return IntStream.range(0, all.size()).filter(i -> all.get(i).alarm).boxed().toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
