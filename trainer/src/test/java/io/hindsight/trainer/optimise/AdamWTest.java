package io.hindsight.trainer.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hindsight.trainer.nets.Parameter;
import io.hindsight.trainer.nets.Parameters;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AdamWTest {
    private static final double NO_LIMIT = Double.POSITIVE_INFINITY;

    @Test
    void updatesAsTheEquationsSay() {
        double w = 2;
        double m = 0;
        double v = 0;
        try (Parameters parameters = parameters(2, 2)) {
            AdamW optimiser = new AdamW(parameters, 0.1, NO_LIMIT);
            for (int t = 1; t <= 20; t++) {
                double g = Math.cos(t);
                gradients(parameters, (float) g);
                optimiser.update(List.of(parameters), 0.01);

                m = 0.9 * m + 0.1 * g;
                v = 0.999 * v + 0.001 * g * g;
                double step =
                        m
                                / (1 - Math.pow(0.9, t))
                                / (Math.sqrt(v / (1 - Math.pow(0.999, t))) + 1e-8);
                w -= 0.01 * (step + 0.1 * w);
            }
            assertThat(values(parameters)[0]).isCloseTo((float) w, within(2e-6f));
        }
    }

    @Test
    void whatIsHeldFixedKeepsItsBitsAndDoesNotCountInTheNorm() {
        Parameter held = Parameter.zeros("held", 2, 2);
        Parameter free = Parameter.zeros("free", 1, 1);
        try (Parameters parameters = Parameters.of(Stream.of(held, free))) {
            held.value().fill(2);
            AdamW optimiser = new AdamW(parameters, 0.1, 1, name -> name.equals("free"));
            gradients(parameters, 0.5f);

            assertThat(optimiser.update(List.of(parameters), 0.1)).isCloseTo(0.5, within(1e-6));

            assertThat(held.value().toArray()).containsOnly(2);
            assertThat(free.value().toArray()[0]).isCloseTo(-0.1f, within(1e-6f));
        }
    }

    @Test
    void shortensALongGradientAndTellsItsNorm() {
        try (Parameters parameters = parameters(0, 2)) {
            AdamW optimiser = new AdamW(parameters, 0, 1);
            gradients(parameters, 3);
            assertThat(optimiser.update(List.of(parameters), 0.1))
                    .isCloseTo(Math.sqrt(36), within(1e-6));
            gradients(parameters, 0.5f); // as long as the first one was made
            optimiser.update(List.of(parameters), 0.1);

            assertThat(values(parameters)[0]).isCloseTo(-0.2f, within(1e-6f));
        }
    }

    @Test
    void sumsTheShards() {
        try (Parameters first = parameters(0, 2);
                Parameters second = first.share()) {
            gradients(first, 1);
            gradients(second, 2);
            assertThat(new AdamW(first, 0, NO_LIMIT).update(List.of(first, second), 0.1))
                    .isCloseTo(6, within(1e-6));
        }
    }

    @Test
    void leavesEverythingAsItIsWhenTheGradientIsNotFinite() {
        try (Parameters parameters = parameters(1, 2)) {
            AdamW optimiser = new AdamW(parameters, 0.1, 1);
            gradients(parameters, Float.NaN);

            assertThat(optimiser.update(List.of(parameters), 0.1)).isNaN();
            assertThat(values(parameters)).containsOnly(1f);
            assertThat(optimiser.updates()).isZero();
        }
    }

    @Test
    void goesOnWithTheSameBitsAfterARestore() throws IOException {
        try (Parameters through = parameters(1, 2);
                Parameters stopped = parameters(1, 2)) {
            AdamW whole = new AdamW(through, 0.01, 1);
            AdamW before = new AdamW(stopped, 0.01, 1);
            run(whole, through, 0, 20);
            run(before, stopped, 0, 10);
            AdamW after = new AdamW(stopped, 0.01, 1);
            after.restore(in(saved(before)));
            assertThat(after.updates()).isEqualTo(10);
            run(after, stopped, 10, 20);

            assertThat(values(stopped)).isEqualTo(values(through));
            assertThat(saved(after)).isEqualTo(saved(whole));
        }
    }

    @Test
    void refusesAnothersState() throws IOException {
        try (Parameters parameters = parameters(1, 2);
                Parameters wider = parameters(1, 3)) {
            byte[] bytes = saved(new AdamW(wider, 0, 1));
            AdamW optimiser = new AdamW(parameters, 0, 1);
            assertThatThrownBy(() -> optimiser.restore(in(bytes)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("size of a=6, expected=4");
        }
    }

    @Test
    void aStateThatEndsEarlyChangesNothing() throws IOException {
        try (Parameters parameters = parameters(1, 2)) {
            AdamW optimiser = new AdamW(parameters, 0, 1);
            byte[] fresh = saved(optimiser);
            run(optimiser, parameters, 0, 3);
            byte[] bytes = saved(optimiser);
            AdamW other = new AdamW(parameters, 0, 1);
            assertThatThrownBy(() -> other.restore(in(Arrays.copyOf(bytes, bytes.length - 1))))
                    .isInstanceOf(EOFException.class);
            assertThat(saved(other)).isEqualTo(fresh);
        }
    }

    private static void run(AdamW optimiser, Parameters parameters, int from, int to) {
        for (int t = from; t < to; t++) {
            gradients(parameters, (float) Math.cos(t));
            optimiser.update(List.of(parameters), 0.01);
        }
    }

    private static Parameters parameters(float value, int columns) {
        Parameter parameter = Parameter.zeros("a", 2, columns);
        parameter.value().fill(value);
        return Parameters.of(Stream.of(parameter));
    }

    private static void gradients(Parameters parameters, float value) {
        parameters.forEach(parameter -> parameter.gradient().fill(value));
    }

    private static float[] values(Parameters parameters) {
        return parameters.get("a").value().toArray();
    }

    private static byte[] saved(AdamW optimiser) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        optimiser.save(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static DataInputStream in(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }
}
