package io.hindsight.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ReadingTest {

    @Test
    void takesNaNForAHoleWhereAValueIsMade() {
        var reading = new Reading("a", "g", 0, new double[] {1, Double.NaN});

        assertThat(reading.firstNotFinite()).isEqualTo(Reading.NONE);
        assertThat(reading).isEqualTo(Reading.asSent("a", "g", 0, 1.0, null));
    }

    @Test
    void tellsANaNThatWasSentFromAHole() throws IOException {
        Reading sent = Reading.asSent("a", "g", 0, null, 1.0, Double.NaN, null);

        Reading received = Wires.READING.decode(Wires.READING.encode(sent));

        assertThat(received.firstNotFinite()).isEqualTo(2);
        assertThat(received).isEqualTo(sent);
        assertThat(received)
                .isNotEqualTo(
                        new Reading(
                                "a", "g", 0, new double[] {Double.NaN, 1, Double.NaN, Double.NaN}));
    }

    @Test
    void namesTheFirstInfinity() throws IOException {
        double infinity = Double.POSITIVE_INFINITY;
        var sent = new Reading("a", "g", 0, new double[] {Double.NaN, -infinity, infinity});

        Reading received = Wires.READING.decode(Wires.READING.encode(sent));

        assertThat(sent.firstNotFinite()).isEqualTo(1);
        assertThat(received).isEqualTo(sent);
    }
}
