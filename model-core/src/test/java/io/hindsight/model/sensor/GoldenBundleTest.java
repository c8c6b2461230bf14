package io.hindsight.model.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.anchor.AnchorKind;
import io.hindsight.model.anchor.AnchorSpec;
import io.hindsight.model.anchor.FilterForm;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.BundleCodec;
import io.hindsight.model.fixtures.Recording;
import io.hindsight.model.fixtures.Students;
import io.hindsight.model.series.Season;
import io.hindsight.model.student.StudentSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A bundle that was published once goes on loading, and goes on giving the same bits. */
class GoldenBundleTest {
    private static final double NONE = Double.NaN;
    private static final long[] SLOTS = {0, 1, 2, 3, 6, 7};
    private static final double[][] VALUES = {
        {12.5, 1013.25, -0.125, 20},
        {13, NONE, -0.1245, 20},
        {NONE, NONE, NONE, 21},
        {900, 1010, -0.1255, NONE},
        {11, 1011, NONE, 21},
        {10.5, NONE, -0.126, 21.5}
    };

    @Test
    void formatTwoGoesOnLoading() throws Exception {
        byte[] file = resource("format-2.safetensors");
        Bundle bundle = BundleCodec.read(file);
        StudentSpec spec = bundle.spec();
        assertThat(spec.channels())
                .containsExactly("air temperature", "pressure", "flow", "set point");
        assertThat(spec.given()).isEqualTo(1);
        assertThat(spec.units()).containsExactly("°C", "hPa", "", "°C");
        Season daily = new Season(24 * Students.HOUR, 24);
        assertThat(spec.anchor())
                .isEqualTo(new AnchorSpec(AnchorKind.FILTER, 2, FilterForm.FULL, daily, 2));
        assertThat(bundle.bounds().lower()).containsExactly(-40, 900, Double.NEGATIVE_INFINITY);
        assertThat(bundle.bounds().upper()).containsExactly(60, 1011, 0);
        assertThat(bundle.notes()).containsEntry("seed", "20240302");
        assertThat(BundleCodec.write(bundle)).isEqualTo(file);
    }

    @Test
    void formatTwoGoesOnGivingTheSameBits() throws Exception {
        SensorStep step = new SensorStep(BundleCodec.read(resource("format-2.safetensors")));
        ModelMemory memory = step.newMemory();
        StepResult result = new StepResult(step.spec().answeredCount());
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < SLOTS.length; i++) {
            long time = Recording.START + SLOTS[i] * Students.HOUR;
            if (i > 0) {
                step.skipMissedSlots(memory, result.eventTimeMillis, time);
            }
            step.step(memory, time, VALUES[i].clone(), result);
            lines.add(Bits.ofStep(result) + Float.toHexString(result.score));
        }
        String expected = new String(resource("format-2.txt"), StandardCharsets.UTF_8);
        assertThat(lines).isEqualTo(expected.lines().filter(l -> !l.startsWith("#")).toList());
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = GoldenBundleTest.class.getResourceAsStream("/bundles/" + name)) {
            return in.readAllBytes();
        }
    }
}
