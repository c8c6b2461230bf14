package io.hindsight.model.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.BundleCodec;
import io.hindsight.model.fixtures.Recording;
import io.hindsight.model.fixtures.Students;
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
        {12.5, 1013.25, -0.125},
        {13, NONE, -0.1245},
        {NONE, NONE, NONE},
        {900, 1010, -0.1255},
        {11, 1011, NONE},
        {10.5, NONE, -0.126}
    };

    @Test
    void formatOneGoesOnLoading() throws Exception {
        byte[] file = resource("format-1.safetensors");
        Bundle bundle = BundleCodec.read(file);
        assertThat(bundle.spec().channels()).containsExactly("air temperature", "pressure", "flow");
        assertThat(bundle.spec().units()).containsExactly("°C", "hPa", "");
        assertThat(bundle.notes()).containsEntry("seed", "20240301");
        assertThat(BundleCodec.write(bundle)).isEqualTo(file);
    }

    @Test
    void formatOneGoesOnGivingTheSameBits() throws Exception {
        Life life = Life.with(new Model(1, 0, BundleCodec.read(resource("format-1.safetensors"))));
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < SLOTS.length; i++) {
            long time = Recording.START + SLOTS[i] * Students.HOUR;
            lines.add(Bits.of(life.scored(time, VALUES[i].clone())));
        }
        String expected = new String(resource("format-1.txt"), StandardCharsets.UTF_8);
        assertThat(lines).isEqualTo(expected.lines().filter(l -> !l.startsWith("#")).toList());
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = GoldenBundleTest.class.getResourceAsStream("/bundles/" + name)) {
            return in.readAllBytes();
        }
    }
}
