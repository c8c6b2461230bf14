package io.hindsight.trainer.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.anchor.AnchorKind;
import io.hindsight.model.anchor.AnchorSpec;
import io.hindsight.model.anchor.FilterForm;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.BundleException;
import io.hindsight.model.bundle.Parameters;
import io.hindsight.model.normalise.Normaliser;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.series.Season;
import io.hindsight.model.student.StudentSpec;
import io.hindsight.trainer.anchor.AnchorFit;
import io.hindsight.trainer.anchor.AnchorNumbers;
import io.hindsight.trainer.data.SensorSeries;
import io.hindsight.trainer.data.ZSeries;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OwnScaleChoiceTest {
    private static final long HOUR = 3_600_000;
    private static final int DAY = 24;
    private static final int SLOTS = 3_000;
    private static final int VALIDATION = 2_400;
    private static final AnchorSpec FILTER =
            new AnchorSpec(AnchorKind.FILTER, 1, FilterForm.FULL, new Season(DAY * HOUR, DAY), 1);

    @Test
    void aSensorFarFromItsGroupBringsThemAllToScalesOfTheirOwn() throws BundleException {
        List<SensorSeries> group = List.of(sensor(1, 0, 1), sensor(2, 0, 1), sensor(3, 12, 5));

        OwnScaleChoice choice = OwnScaleChoice.of(bundle(group.get(0)), rehearsal(group), DAY);

        assertThat(choice.chosen().ownScaleReadings()).isEqualTo(30 * DAY);
        assertThat(choice.notes())
                .singleElement()
                .asString()
                .startsWith("own scale: absolute plus squared error ")
                .endsWith("each sensor moves to its own, half of the way after 720 readings");
    }

    @Test
    void sensorsThatAreAlikeStayOnTheirGroupsScale() throws BundleException {
        List<SensorSeries> group = List.of(sensor(1, 0, 1), sensor(2, 0, 1), sensor(3, 0, 1));

        OwnScaleChoice choice = OwnScaleChoice.of(bundle(group.get(0)), rehearsal(group), DAY);

        assertThat(choice.chosen().ownScaleReadings()).isZero();
        assertThat(choice.notes())
                .singleElement()
                .asString()
                .endsWith("all sensors stay on the group's, since no other is better by 1%");
    }

    @Test
    void aSensorByItselfHasNothingToChoose() throws BundleException {
        List<SensorSeries> alone = List.of(sensor(3, 12, 5));

        OwnScaleChoice choice = OwnScaleChoice.of(bundle(sensor(1, 0, 1)), rehearsal(alone), DAY);

        assertThat(choice.chosen().ownScaleReadings()).isZero();
        assertThat(choice.notes()).isEmpty();
    }

    /** However short the way to the validation part, all of the past counts for the scale. */
    @Test
    void aScaleIsRehearsedAsItIsKnownAtThatTime() throws BundleException {
        SensorSeries far = sensor(3, 12, 5);
        Bundle bundle = bundle(sensor(1, 0, 1)).withOwnScale(120 * DAY);
        int late = VALIDATION + 300;

        double known =
                new Rehearsal(List.of(new Rehearsal.Part(far, late, SLOTS))).errors(bundle).score();
        SensorSeries newer = sensor(3, 12, 5, late - 1_000);
        double unknown =
                new Rehearsal(List.of(new Rehearsal.Part(newer, 1_000, newer.length())))
                        .errors(bundle)
                        .score();

        assertThat(known).isLessThan(0.95 * unknown);
    }

    /** A filter that knows one sensor, corrected by nothing. */
    private static Bundle bundle(SensorSeries known) throws BundleException {
        Normaliser normaliser = new Normaliser(new double[2], new double[] {1, 1});
        ZSeries training = new ZSeries(known, normaliser, 0, VALIDATION);
        AnchorFit fit = new AnchorFit(FILTER, 2, 100, List.of(training));
        AnchorNumbers anchor = fit.round(fit.centre(new double[] {0.1}));
        StudentSpec spec =
                new StudentSpec(
                        CellKind.GRU,
                        2,
                        List.of("a", "b"),
                        0,
                        List.of("", ""),
                        HOUR,
                        List.of(),
                        FILTER,
                        0);
        Map<String, float[]> parameters = new LinkedHashMap<>();
        Parameters.netShapes(spec)
                .forEach(
                        (name, shape) ->
                                parameters.put(
                                        name,
                                        new float
                                                [Arrays.stream(shape).reduce(1, (x, y) -> x * y)]));
        parameters.putAll(anchor.parameters());
        return Bundle.of(spec, normaliser, parameters, Map.of());
    }

    private static Rehearsal rehearsal(List<SensorSeries> group) {
        return new Rehearsal(
                group.stream()
                        .map(series -> new Rehearsal.Part(series, VALIDATION, SLOTS))
                        .toList());
    }

    private static SensorSeries sensor(long seed, double offset, double scale) {
        return sensor(seed, offset, scale, 0);
    }

    /** The same sensor, recorded from a slot on. */
    private static SensorSeries sensor(long seed, double offset, double scale, int from) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] level = new double[2];
        double[][] values =
                IntStream.range(0, SLOTS)
                        .mapToObj(
                                t -> {
                                    double shared = random.nextDouble() - 0.5;
                                    for (int d = 0; d < 2; d++) {
                                        double own = random.nextDouble() - 0.5;
                                        level[d] = 0.9 * level[d] + shared + 0.5 * own;
                                    }
                                    double wave = Math.sin(2 * Math.PI * t / DAY);
                                    return new double[] {
                                        offset + scale * (wave + level[0]),
                                        offset + scale * (wave + level[1])
                                    };
                                })
                        .toArray(double[][]::new);
        return SensorSeries.of(
                "sensor-" + seed, from * HOUR, HOUR, Arrays.copyOfRange(values, from, SLOTS));
    }
}
