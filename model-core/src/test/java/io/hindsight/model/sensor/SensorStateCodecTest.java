package io.hindsight.model.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hindsight.model.anchor.AnchorMemory;
import io.hindsight.model.episode.EpisodeState;
import io.hindsight.model.fixtures.PlainMatrix;
import io.hindsight.model.fixtures.Recording;
import io.hindsight.model.fixtures.Students;
import io.hindsight.model.normalise.OwnScale;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.student.StudentMemory;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SensorStateCodecTest {
    private static final long SEED = 61;
    private static final long HOUR = Students.HOUR;
    private static final long LAST_READING = 1_709_251_200_000L;

    private final Recording recording = Recording.hourly(2, 300, SEED).withSilences(10, SEED);

    @Test
    void comesBackAsItWasWritten() throws IOException {
        Life life = Life.with(Acting.always(1, Students.random(CellKind.LSTM, 6, 2, 1)));
        for (int t = 0; t < recording.length(); t++) {
            byte[] bytes = Bits.of(life.state);
            SensorState back = Bits.state(bytes);
            assertThat(Bits.of(back)).isEqualTo(bytes);
            assertThat(back.readings()).isEqualTo(t);
            assertThat(back.misses()).isEqualTo(life.misses.size());
            assertThat(back.lastSlotMillis()).isEqualTo(life.state.lastSlotMillis());
            assertThat(back.modelVersion()).isEqualTo(life.state.modelVersion());
            assertThat(back.memory)
                    .usingRecursiveComparison()
                    .withStrictTypeChecking()
                    .isEqualTo(life.state.memory);
            life.play(recording, t, t + 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void stoppingAndGoingOnFromASnapshotChangesNoBit(CellKind cell) throws IOException {
        Acting[] models = {
            new Acting(1, recording.times[20], Students.random(cell, 6, 2, 1).withOwnScale(10)),
            new Acting(
                    2,
                    recording.times[150],
                    Students.random(CellKind.GRU, 9, 2, 2).withOwnScale(30))
        };
        Life whole = Life.with(models);
        Life stopped = Life.with(models);
        Random random = new Random(SEED);
        for (int t = 0; t < recording.length(); t++) {
            if (random.nextInt(5) == 0) {
                stopped.state = Bits.state(Bits.of(stopped.state));
            }
            assertThat(Bits.of(stopped.play(recording, t, t + 1)))
                    .as("reading %d, seed %d", t, SEED)
                    .isEqualTo(Bits.of(whole.play(recording, t, t + 1)));
        }
    }

    @Test
    void stoppingAndGoingOnChangesNoBitOfAnIrregularSensor() throws IOException {
        Acting model = Acting.always(1, Students.random(Students.decaying(CellKind.GRU, 6, 2), 3));
        Life whole = Life.with(model);
        Life stopped = Life.with(model);
        for (int t = 0; t < recording.length(); t++) {
            stopped.state = Bits.state(Bits.of(stopped.state));
            assertThat(Bits.of(stopped.play(recording, t, t + 1)))
                    .as("reading %d, seed %d", t, SEED)
                    .isEqualTo(Bits.of(whole.play(recording, t, t + 1)));
        }
        assertThat(whole.misses).isEmpty();
    }

    @Test
    void bytesOfVersionThreeGoOnBeingRead() throws IOException {
        SensorState state = fixture(3);
        assertThat(state.lastReadingMillis()).isEqualTo(LAST_READING);
        assertThat(state.lastSlotMillis()).isEqualTo(LAST_READING);
        assertThat(state.gaps).isNull();
        assertMemory(state.memory);
        assertThat(state.memory.student.lastMillis).isEqualTo(LAST_READING);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6})
    void bytesOfVersionsFourToSixGoOnBeingRead(int version) throws IOException {
        SensorState state = fixture(version);
        assertThat(state.lastReadingMillis()).isEqualTo(LAST_READING);
        assertThat(state.lastSlotMillis()).isEqualTo(LAST_READING + 2 * HOUR);
        assertThat(state.nextFromMillis()).isEqualTo(LAST_READING + 3 * HOUR + HOUR / 2);
        assertThat(state.firstMissedMillis).isEqualTo(LAST_READING + HOUR);
        assertThat(state.missed()).isEqualTo(2);
        assertThat(state.misses()).isEqualTo(56);
        assertThat(state.keptNext()).isEqualTo(9);
        assertThat(state.gaps).isNull();
        assertThat(state.interval.millis(0)).as("of three steps").isZero();
        assertMemory(state.memory);
        assertThat(state.memory.student.lastMillis).isEqualTo(LAST_READING + 2 * HOUR);
    }

    @Test
    void writesTheBytesOfVersionSix() throws IOException {
        assertThat(Bits.of(fixture(6))).isEqualTo(bytes(6));
        assertThat(Bits.of(fixture(5))).isEqualTo(Bits.of(fixture(4)));
    }

    private static void assertMemory(ModelMemory memory) {
        StudentMemory student = memory.student;
        assertThat(student.h).containsExactly(0.5f, -0.25f, 0.125f);
        assertThat(student.c).containsExactly(1.5f, -2.5f, 3.5f);
        assertThat(student.age).containsExactly(0f, 17f);
        assertThat(student.seen).containsExactly(true, false);
        AnchorMemory anchor = memory.anchor;
        assertThat(anchor.lags).containsExactly(0.75, -8, 0.1, 1e-300);
        assertThat(PlainMatrix.flat(anchor.covariance))
                .containsExactly(
                        1, 0.5, 0.25, 0.125, 0.5, 2, 0.375, 0.0625, 0.25, 0.375, 3, -0.5, 0.125,
                        0.0625, -0.5, 64);
        assertThat(anchor.profiles).containsExactly(0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f);
        assertThat(anchor.pastProfiles).containsExactly(-0.5f, 0.25f, -0.125f, 1e-30f);
        assertThat(anchor.visits).containsExactly(0, 1, 30_000);
        OwnScale own = memory.own;
        assertThat(own.count).containsExactly(3, 400);
        assertThat(own.mean).containsExactly(0.5, -12);
        assertThat(own.squares).containsExactly(2.25, 1e3);
        assertThat(own.location).containsExactly(0.25, -10);
        assertThat(own.scale).containsExactly(1.5, 0.05);
    }

    private SensorState fixture(int version) throws IOException {
        SensorState state = Bits.state(bytes(version));
        assertThat(state.readings()).isEqualTo(1234);
        assertThat(state.modelVersion()).isEqualTo(7);
        return state;
    }

    private byte[] bytes(int version) throws IOException {
        try (InputStream in =
                getClass().getResourceAsStream("/states/version-" + version + ".bin")) {
            return in.readAllBytes();
        }
    }

    @Test
    void refusesAnotherVersion() {
        for (byte version : new byte[] {1, 2, 7}) {
            byte[] bytes = Bits.of(new SensorState());
            bytes[0] = version;
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> Bits.state(bytes))
                    .withMessage("sensor state must be of version 3 to 6: " + version);
        }
    }

    @Test
    void bytesCutShortAreAnIOException() {
        Life life =
                Life.with(
                        Acting.always(1, Students.random(CellKind.LSTM, 6, 2, 1).withOwnScale(9)));
        life.play(recording, 0, 30);
        life.accept(recording.times[30], 1e6, 1e6);
        byte[] bytes = Bits.of(life.state);
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatExceptionOfType(IOException.class)
                    .as("%d bytes", length)
                    .isThrownBy(() -> Bits.state(cut));
        }
    }

    @Test
    void anyBytesAreAStateOrAnIOException() {
        Random random = new Random(SEED);
        for (int trial = 0; trial < 5000; trial++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            if (bytes.length > 0) {
                bytes[0] = SensorStateCodec.VERSION;
            }
            try {
                SensorStateCodec.read(new DataInputStream(new ByteArrayInputStream(bytes)));
            } catch (IOException e) {
                assertThat(e).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void aCopySharesNothing() {
        Life life =
                Life.with(
                        Acting.always(1, Students.random(CellKind.LSTM, 6, 2, 1).withOwnScale(9)));
        life.play(recording, 0, 30);
        SensorState copy = life.state.copy();
        byte[] before = Bits.of(copy);
        assertThat(before).isEqualTo(Bits.of(life.state));
        EpisodeState episode = life.state.episode;
        life.accept(recording.times[30], 1e6, 1e6);
        assertThat(life.state.episode).isSameAs(episode);
        assertThat(Bits.of(copy)).isEqualTo(before).isNotEqualTo(Bits.of(life.state));
        assertThat(Bits.of(new SensorState().copy())).isEqualTo(Bits.of(new SensorState()));
    }
}
