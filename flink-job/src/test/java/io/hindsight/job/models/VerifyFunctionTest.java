package io.hindsight.job.models;

import static io.hindsight.schemas.DeadLetter.Fault.BAD_MODEL;
import static io.hindsight.schemas.DeadLetter.Fault.UNDECODABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.job.decode.RawRecord;
import io.hindsight.job.fixtures.Bundles;
import io.hindsight.job.fixtures.Randoms;
import io.hindsight.job.fixtures.Records;
import io.hindsight.job.fixtures.Releases;
import io.hindsight.job.state.SideOutputs;
import io.hindsight.model.bundle.BundleCodec;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.schemas.DeadLetter;
import io.hindsight.schemas.ModelRecord;
import io.hindsight.schemas.ModelRelease;
import io.hindsight.schemas.Wires;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerifyFunctionTest {
    private static final byte[] KEY = {1, 2};
    private static final byte[] BUNDLE = BundleCodec.write(Bundles.random(CellKind.GRU, 4, 2, 1));

    private OneInputStreamOperatorTestHarness<RawRecord, ModelRecord> harness;

    @BeforeEach
    void open() throws Exception {
        harness =
                ProcessFunctionTestHarnesses.forProcessFunction(
                        new VerifyFunction(Set.of("water", "air")));
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void letsAGoodReleaseThrough() throws Exception {
        ModelRelease release = Releases.of("air", 1, BUNDLE).release();
        feed(Wires.MODEL_RELEASE.encode(release));

        assertThat(harness.extractOutputValues()).containsExactly(release);
        assertThat(harness.getSideOutput(SideOutputs.DEAD_LETTERS)).isNull();
    }

    @Test
    void refusesADigestThatIsNotThatOfTheBundle() throws Exception {
        byte[] wrong = ReleaseVerifier.sha256(new byte[0]);

        assertRefused(
                Releases.of("air", 1, BUNDLE).sha256(wrong),
                "sha256",
                "must be that of the bundle, "
                        + HexFormat.of().formatHex(ReleaseVerifier.sha256(BUNDLE)),
                HexFormat.of().formatHex(wrong));
    }

    @Test
    void refusesVersionsBelowOne() throws Exception {
        assertRefused(Releases.of("air", 0, BUNDLE), "version", "must be 1 or more", "0");
    }

    @Test
    void refusesAGroupThatIsNotServed() throws Exception {
        assertRefused(
                Releases.of("fire", 1, BUNDLE), "group", "must be one of [air, water]", "fire");
    }

    @Test
    void refusesADamagedBundleThoughItsDigestFits() throws Exception {
        for (int seed = 0; seed < 300; seed++) {
            Random random = Randoms.of(seed);
            byte[] damaged = BUNDLE.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            byte[] value = Wires.MODEL_RELEASE.encode(Releases.of("air", 1, damaged).release());

            DeadLetter letter = refused(value);

            assertThat(letter.fault().reason()).as("seed %d", seed).isEqualTo(BAD_MODEL);
            assertThat(letter.fault().field()).as("seed %d", seed).isEqualTo("bundle");
            assertThat(letter.fault().found())
                    .as("seed %d", seed)
                    .isEqualTo(damaged.length + " bytes");
        }
    }

    @Test
    void refusesABundleOfNoBytes() throws Exception {
        DeadLetter letter =
                refused(Wires.MODEL_RELEASE.encode(Releases.of("air", 1, new byte[0]).release()));

        assertThat(letter.fault().field()).isEqualTo("bundle");
    }

    @Test
    void refusesBytesThatAreNoRelease() throws Exception {
        assertThat(refused(new byte[] {1, 2, 3}).fault())
                .isEqualTo(new DeadLetter.Fault(UNDECODABLE, "header", "header-length", "3 bytes"));
    }

    @Test
    void refusesARecordWithoutAValue() throws Exception {
        assertThat(refused(null).fault())
                .isEqualTo(new DeadLetter.Fault(UNDECODABLE, "header", "header-length", "null"));
    }

    private void assertRefused(Releases release, String field, String rule, String found)
            throws Exception {
        assertThat(refused(Wires.MODEL_RELEASE.encode(release.release())).fault())
                .isEqualTo(new DeadLetter.Fault(BAD_MODEL, field, rule, found));
    }

    /** Feeds a record and gives the dead letter that came of it, and that alone. */
    private DeadLetter refused(byte[] value) throws Exception {
        feed(value);

        assertThat(harness.extractOutputValues()).isEmpty();
        DeadLetter letter = harness.getSideOutput(SideOutputs.DEAD_LETTERS).remove().getValue();
        assertThat(harness.getSideOutput(SideOutputs.DEAD_LETTERS)).isEmpty();
        assertThat(letter)
                .isEqualTo(
                        new DeadLetter(
                                new DeadLetter.Origin(Records.TOPIC, Records.PARTITION, 17, 1_000),
                                KEY,
                                value,
                                letter.fault()));
        return letter;
    }

    private void feed(byte[] value) throws Exception {
        RawRecord record = RawRecord.of(Records.of(17, 1_000, KEY, value));
        harness.processElement(new StreamRecord<>(record, 1_000));
    }
}
