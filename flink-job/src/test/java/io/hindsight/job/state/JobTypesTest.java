package io.hindsight.job.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindsight.job.fixtures.Bundles;
import io.hindsight.job.fixtures.Orders;
import io.hindsight.job.fixtures.Randoms;
import io.hindsight.job.fixtures.Readings;
import io.hindsight.job.fixtures.Releases;
import io.hindsight.model.episode.EpisodeTracker;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.sensor.InputHistory;
import io.hindsight.model.sensor.Models;
import io.hindsight.model.sensor.PastInput;
import io.hindsight.model.sensor.Sensor;
import io.hindsight.model.sensor.SensorState;
import io.hindsight.schemas.ChannelResult;
import io.hindsight.schemas.DeadLetter;
import io.hindsight.schemas.Episode;
import io.hindsight.schemas.ModelRelease;
import io.hindsight.schemas.ModelSchedule;
import io.hindsight.schemas.Reading;
import io.hindsight.schemas.Result;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JobTypesTest {

    @Test
    void recordsComeBackAsTheyWere() throws Exception {
        for (int seed = 0; seed < 200; seed++) {
            Random random = Randoms.of(seed);
            assertComesBack(JobTypes.RESULT, result(random), seed);
            assertComesBack(JobTypes.EPISODE, episode(random), seed);
            assertComesBack(JobTypes.DEAD_LETTER, deadLetter(random), seed);
            assertComesBack(JobTypes.MODEL_RECORD, release(random), seed);
            assertComesBack(JobTypes.MODEL_RECORD, orders(random).schedule(), seed);
            assertComesBack(JobTypes.MODEL_RECORD, orders(random).times(), seed);
        }
    }

    @Test
    void aPlaceOfTheRingComesBackBitForBit() throws Exception {
        for (int seed = 0; seed < 200; seed++) {
            Random random = Randoms.of(seed);
            double[] values =
                    random.doubles(random.nextInt(513))
                            .map(v -> random.nextInt(4) == 0 ? Double.NaN : v - 0.5)
                            .toArray();
            PastInput back =
                    through(JobTypes.PAST_INPUT, new PastInput(random.nextLong(), values), seed);

            assertThat(back.values()).as("seed %d", seed).isEqualTo(values);
        }
    }

    @ParameterizedTest
    @EnumSource(CellKind.class)
    void aSensorGoesOnFromItsBytesAsItWouldHaveFromItsState(CellKind cell) throws Exception {
        TypeSerializer<SensorState> serializer = JobTypes.SENSOR_STATE.createSerializer(null);
        for (int seed = 0; seed < 10; seed++) {
            Sensor sensor = new Sensor(new EpisodeTracker(1.5f, 3));
            Models models = Models.none();
            InputHistory history = InputHistory.onHeap();
            SensorState live = new SensorState();
            int reading = 0;
            for (Reading r : Readings.series("g", List.of("s"), 3, 300, seed)) {
                byte[] bytes = bytes(serializer, live);
                SensorState restored = serializer.deserialize(new DataInputDeserializer(bytes));
                SensorState copied = serializer.copy(live);
                if (reading++ == 10) {
                    models = Models.of(Bundles.random(cell, 5, 3, seed));
                }
                for (SensorState state : List.of(live, restored, copied)) {
                    sensor.accept(state, history, models, r.eventTimeMillis(), r.values());
                }
                byte[] next = bytes(serializer, live);

                assertThat(bytes(serializer, restored)).as("seed %d", seed).isEqualTo(next);
                assertThat(bytes(serializer, copied)).as("seed %d", seed).isEqualTo(next);
                assertThat(next).as("the step changed it").isNotEqualTo(bytes);
            }
        }
    }

    @Test
    void bytesOfAWireThatDoNotDecodeAreAnIoException() {
        var in = new DataInputDeserializer(new byte[] {0, 0, 0, 2, 9, 9});

        assertThatThrownBy(() -> JobTypes.RESULT.createSerializer(null).deserialize(in))
                .isInstanceOf(IOException.class)
                .hasMessage("own bytes must decode");
    }

    @Test
    void theNamesThatStandInSavepointsAreKept() {
        assertThat(
                        Stream.of(JobTypes.SENSOR_STATE, JobTypes.PAST_INPUT, JobTypes.MODEL_RECORD)
                                .map(type -> type.createSerializer(null))
                                .map(s -> ((CodecSerializer<?>) s).codec().getClass().getName()))
                .containsExactly(
                        "io.hindsight.job.state.JobTypes$StateCodec",
                        "io.hindsight.job.state.JobTypes$PastInputCodec",
                        "io.hindsight.job.state.JobTypes$ModelReleaseCodec");
        assertThat(CodecSerializerSnapshot.class)
                .hasToString("class io.hindsight.job.state.CodecSerializerSnapshot");
    }

    private static <T> void assertComesBack(TypeInformation<T> type, T value, int seed)
            throws IOException {
        assertThat(through(type, value, seed)).as("seed %d", seed).isEqualTo(value);
    }

    private static <T> T through(TypeInformation<T> type, T value, int seed) throws IOException {
        TypeSerializer<T> serializer = type.createSerializer(null);
        byte[] bytes = bytes(serializer, value);
        var in = new DataInputDeserializer(bytes);
        T back = serializer.deserialize(in);

        assertThat(in.available()).as("seed %d", seed).isZero();
        assertThat(bytes(serializer, back)).as("seed %d", seed).isEqualTo(bytes);
        assertThat(bytes(serializer, serializer.copy(value))).as("seed %d", seed).isEqualTo(bytes);
        return back;
    }

    private static <T> byte[] bytes(TypeSerializer<T> serializer, T value) throws IOException {
        var out = new DataOutputSerializer(256);
        serializer.serialize(value, out);
        return out.getCopyOfBuffer();
    }

    private static Result result(Random random) {
        return new Result(
                "s" + random.nextInt(),
                "",
                random.nextLong(),
                random.nextInt(),
                Result.SCORED,
                random.nextLong(),
                number(random),
                Stream.generate(
                                () ->
                                        new ChannelResult(
                                                number(random),
                                                number(random),
                                                number(random),
                                                number(random),
                                                number(random)))
                        .limit(random.nextInt(20))
                        .toList());
    }

    private static Episode episode(Random random) {
        return new Episode(
                "id",
                "s",
                "水",
                random.nextBoolean() ? Episode.Phase.OPEN : Episode.Phase.CLOSED,
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                number(random),
                random.nextInt(),
                random.nextInt(),
                number(random),
                number(random),
                number(random),
                random.nextLong());
    }

    private static DeadLetter deadLetter(Random random) {
        byte[] bytes = new byte[random.nextInt(50)];
        random.nextBytes(bytes);
        return new DeadLetter(
                new DeadLetter.Origin("t", random.nextInt(), random.nextLong(), random.nextLong()),
                random.nextBoolean() ? null : bytes,
                random.nextBoolean() ? null : bytes,
                new DeadLetter.Fault("reason", "", "rule", "found"));
    }

    private static ModelRelease release(Random random) {
        byte[] bundle = new byte[random.nextInt(5000)];
        random.nextBytes(bundle);
        return Releases.of("g", random.nextLong(), bundle).release();
    }

    private static Orders orders(Random random) {
        Orders orders = Orders.of("g");
        for (int i = random.nextInt(9); i > 0; i--) {
            ModelSchedule.Kind kind = List.of(ModelSchedule.Kind.values()).get(random.nextInt(3));
            orders.then(kind, random.nextLong(), random.nextLong()).decided(random.nextLong());
        }
        return orders;
    }

    private static float number(Random random) {
        return random.nextInt(3) == 0 ? Float.NaN : (float) random.nextGaussian();
    }
}
