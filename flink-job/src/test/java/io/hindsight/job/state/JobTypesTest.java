package io.hindsight.job.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindsight.job.fixtures.Bundles;
import io.hindsight.job.fixtures.Orders;
import io.hindsight.job.fixtures.Randoms;
import io.hindsight.job.fixtures.Readings;
import io.hindsight.job.fixtures.Releases;
import io.hindsight.model.episode.EpisodeChange;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.sensor.AlarmRules;
import io.hindsight.model.sensor.GivenContext;
import io.hindsight.model.sensor.Models;
import io.hindsight.model.sensor.Sensor;
import io.hindsight.model.suppress.Rule;
import io.hindsight.model.suppress.Suppressions;
import io.hindsight.model.timeline.Acceptance;
import io.hindsight.model.timeline.Answer;
import io.hindsight.model.timeline.Limits;
import io.hindsight.model.timeline.ModelsInRole;
import io.hindsight.model.timeline.SensorLife;
import io.hindsight.model.timeline.SensorStore;
import io.hindsight.model.timeline.Timeline;
import io.hindsight.model.timeline.Visit;
import io.hindsight.model.timeline.Voice;
import io.hindsight.schemas.ChannelResult;
import io.hindsight.schemas.DeadLetter;
import io.hindsight.schemas.Episode;
import io.hindsight.schemas.ModelRelease;
import io.hindsight.schemas.ModelSchedule;
import io.hindsight.schemas.Reading;
import io.hindsight.schemas.Result;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

    private static final Voice DEAF =
            new Voice() {
                @Override
                public void say(Answer answer, int revision, long waitedMillis) {}

                @Override
                public void change(EpisodeChange change, long modelVersion) {}

                @Override
                public void unusable(
                        long eventTimeMillis, double[] values, Acceptance.Refused refused) {}
            };

    private static final Suppressions IGNORED =
            Suppressions.always(
                    List.of(
                            new Rule.Maintenance("service", Optional.empty(), 0, Long.MAX_VALUE),
                            new Rule.Channel("broken", Optional.empty(), "channel0")));

    /** Each part of a sensor's state, after each slot of a life with gaps, silences and a swap. */
    @ParameterizedTest
    @EnumSource(CellKind.class)
    void everyPartOfASensorComesBackBitForBit(CellKind cell) throws Exception {
        for (int seed = 0; seed < 5; seed++) {
            var readings = new CheckedNumbered<>(JobTypes.ENTRY, seed);
            var misses = new CheckedNumbered<>(JobTypes.ENTRY, seed);
            var kept = new CheckedNumbered<>(JobTypes.KEPT_ANSWER, seed);
            var snapshots = new CheckedNumbered<>(JobTypes.SENSOR_STATE, seed);
            SensorStore store = new SensorStore(readings, misses, kept, snapshots);
            SensorLife life = new SensorLife();
            Timeline timeline =
                    new Timeline(
                            new Sensor(new AlarmRules(1, 3, Duration.ofDays(1), 1)),
                            new Limits(40 * Readings.HOUR, Long.MAX_VALUE));
            Models models = Models.none();
            int reading = 0;
            for (Reading r : Readings.series("g", List.of("s"), 3, 300, seed)) {
                if (reading++ == 10) {
                    models = Models.of(Bundles.lookingBack(cell, 5, 3, seed)).with(IGNORED);
                }
                Visit visit =
                        new Visit(
                                life,
                                store,
                                new ModelsInRole(models, ModelsInRole.Role.ACTIVE)
                                        .in(GivenContext.NONE, "s"),
                                r.eventTimeMillis() - 1,
                                DEAF);
                timeline.accept(visit, r.eventTimeMillis(), r.values());
                if (reading % 7 == 0) {
                    timeline.guesses().say(visit, r.eventTimeMillis() + 3 * Readings.HOUR);
                }
                life = through(JobTypes.SENSOR_LIFE, life, seed);
                life = JobTypes.SENSOR_LIFE.createSerializer(null).copy(life);
            }
            assertThat(readings.checked + misses.checked + kept.checked + snapshots.checked)
                    .as("seed %d", seed)
                    .isGreaterThan(400);
        }
    }

    /** What is suppressed stands behind all that was there before it. */
    @Test
    void aSavepointThatKnowsOfNothingSuppressedIsRead() throws Exception {
        SensorLife life = new SensorLife();
        byte[] bytes = bytes(JobTypes.SENSOR_LIFE.createSerializer(null), life);
        var in = new DataInputDeserializer(Arrays.copyOf(bytes, bytes.length - Integer.BYTES));
        SensorLife back = new JobTypes.LifeCodec().read(1, in);
        assertThat(in.available()).isZero();
        assertThat(bytes(JobTypes.SENSOR_LIFE.createSerializer(null), back)).isEqualTo(bytes);
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
                        Stream.of(
                                        JobTypes.SENSOR_LIFE,
                                        JobTypes.SENSOR_STATE,
                                        JobTypes.ENTRY,
                                        JobTypes.KEPT_ANSWER,
                                        JobTypes.MODEL_RECORD)
                                .map(type -> type.createSerializer(null))
                                .map(s -> ((CodecSerializer<?>) s).codec().getClass().getName()))
                .containsExactly(
                        "io.hindsight.job.state.JobTypes$LifeCodec",
                        "io.hindsight.job.state.JobTypes$StateCodec",
                        "io.hindsight.job.state.JobTypes$JournalEntryCodec",
                        "io.hindsight.job.state.JobTypes$GapSlotCodec",
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
                random.nextLong(),
                Result.SCORED,
                random.nextLong(),
                number(random),
                random.nextInt(100),
                random.nextBoolean() ? null : "rule é",
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
                random.nextBoolean() ? Episode.Kind.SURPRISE : Episode.Kind.SILENCE,
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
