package io.hindsight.job.models;

import static io.hindsight.schemas.DeadLetter.Fault.BAD_MODEL;
import static io.hindsight.schemas.DeadLetter.Fault.UNDECODABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.job.fixtures.Bundles;
import io.hindsight.job.fixtures.Randoms;
import io.hindsight.job.fixtures.Records;
import io.hindsight.job.fixtures.Releases;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.BundleCodec;
import io.hindsight.model.bundle.CheckVector;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.sensor.SelfCheck;
import io.hindsight.schemas.DeadLetter;
import io.hindsight.schemas.ModelRecord;
import io.hindsight.schemas.ModelRelease;
import io.hindsight.schemas.ModelSchedule;
import io.hindsight.schemas.ModelSchedule.Kind;
import io.hindsight.schemas.ModelSchedule.Order;
import io.hindsight.schemas.ModelTimes;
import io.hindsight.schemas.Wires;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the models topic's bytes must keep to; the rest becomes a dead letter. */
class RefusedRecordTest {
    private static final byte[] BUNDLE = SelfCheck.write(Bundles.random(CellKind.GRU, 4, 2, 1));
    private static final byte[] OTHER = SelfCheck.write(Bundles.random(CellKind.GRU, 4, 2, 2));

    private Desk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new Desk(Set.of("water", "air"), List.of(), null);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void letsAGoodReleaseThrough() throws Exception {
        desk.feed(Releases.of("air", 1, BUNDLE).release());

        assertThat(desk.said()).containsExactly("air/1");
        assertThat(desk.deadLetters()).isEmpty();
    }

    @Test
    void aVersionMeansTheSameWeightsForEver() throws Exception {
        desk.feed(Releases.of("air", 1, BUNDLE).release());
        desk.feed(Releases.of("air", 1, BUNDLE).release());
        assertThat(desk.said()).containsExactly("air/1");

        String digest = HexFormat.of().formatHex(ReleaseVerifier.sha256(BUNDLE));
        assertRefused(
                Releases.of("air", 1, OTHER),
                "sha256",
                "must be that of the first release of version 1, " + digest,
                HexFormat.of().formatHex(ReleaseVerifier.sha256(OTHER)));
    }

    @Test
    void refusesWhatNoTrustedKeySigned() throws Exception {
        KeyPair ours = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        KeyPair theirs = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        desk.close();
        desk = new Desk(Set.of(), List.of(ours.getPublic()), null);
        ModelRelease release = Releases.of("air", 1, BUNDLE).release();

        assertThat(refused(release.encode()).fault())
                .isEqualTo(
                        new DeadLetter.Fault(
                                BAD_MODEL, "signature", "must be that of a trusted key", "none"));
        for (byte[] wrong :
                List.of(
                        signature(theirs, release),
                        signature(ours, Releases.of("air", 2, BUNDLE).release()),
                        signature(ours, Releases.of("water", 1, BUNDLE).release()),
                        signature(ours, Releases.of("air", 1, OTHER).release()),
                        new byte[3])) {
            DeadLetter letter = refused(release.withSignature(wrong).encode());
            assertThat(letter.fault().found()).isEqualTo(HexFormat.of().formatHex(wrong));
        }
        desk.feed(release.withSignature(signature(ours, release)));
        assertThat(desk.said()).containsExactly("air/1");
    }

    private static byte[] signature(KeyPair pair, ModelRelease release) throws Exception {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(release.statement());
        return signature.sign();
    }

    @Test
    void refusesOrdersThatAreNotNumberedRisingFromOne() throws Exception {
        assertRefused(schedule(order(0, 1)), "orders.number", "must be above 0", "0");
        assertRefused(schedule(order(1, 1), order(1, 2)), "orders.number", "must be above 1", "1");
    }

    @Test
    void refusesOrdersOfNoVersion() throws Exception {
        assertRefused(
                schedule(order(1, 0)), "orders.version", "must be 1 or more with activate", "0");
        assertRefused(
                schedule(new Order(1, Kind.SHADOW, -1, 0)),
                "orders.version",
                "must be 0 or more with shadow",
                "-1");
    }

    @Test
    void refusesMoreOrdersThanAScheduleHas() throws Exception {
        Order[] orders =
                IntStream.rangeClosed(1, 65)
                        .mapToObj(number -> order(number, 1))
                        .toArray(Order[]::new);

        assertRefused(schedule(orders), "orders", "must be at most 64", "65");
    }

    @Test
    void refusesAScheduleThatChangesWhatWasDecided() throws Exception {
        desk.topicIsQuiet();
        desk.feed(Releases.of("air", 1, BUNDLE).release());
        desk.feed(schedule(order(1, 1)));
        desk.readingsAt(10);
        desk.said();

        String rule = "must keep what was decided, " + order(1, 1);
        assertRefused(schedule(order(1, 2)), "orders", rule, order(1, 2).toString());
        assertRefused(schedule(order(2, 1)), "orders", rule, "no order 1");
    }

    @Test
    void aFullScheduleMayLeaveOutWhatNoLongerMatters() throws Exception {
        desk.topicIsQuiet();
        desk.feed(Releases.of("air", 1, BUNDLE).release());
        desk.feed(schedule(order(1, 1)));
        desk.readingsAt(10);
        desk.said();
        desk.feed(
                schedule(
                        IntStream.rangeClosed(2, 65)
                                .mapToObj(number -> order(number, 1))
                                .toArray(Order[]::new)));

        assertThat(desk.said()).containsExactly("air");
    }

    @Test
    void refusesTimesThatSayOtherwise() throws Exception {
        desk.feed(new ModelTimes("air", List.of(new ModelTimes.Time(1, 5))));
        desk.said();

        assertRefused(
                new ModelTimes("air", List.of(new ModelTimes.Time(1, 6))),
                "times.fromMillis",
                "must be what was decided for order 1, 5",
                "6");
    }

    private static Order order(int number, long version) {
        return new Order(number, Kind.ACTIVATE, version, Order.AT_ONCE);
    }

    private static ModelSchedule schedule(Order... orders) {
        return new ModelSchedule("air", List.of(orders), 1);
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
    void refusesABundleThatSaysHereWhatItDidNotSayThere() throws Exception {
        Bundle bundle = SelfCheck.added(Bundles.random(CellKind.GRU, 4, 2, 1));
        CheckVector check = bundle.check().orElseThrow();
        float[] said = check.said().clone();
        float right = said[0];
        said[0] = 7;
        CheckVector wrong = new CheckVector(check.slots(), check.values(), said);

        assertRefused(
                Releases.of("air", 1, BundleCodec.write(bundle.withCheck(wrong))),
                "check.expected[0][0]",
                "must be what the step says here, " + right,
                "7.0");
    }

    @Test
    void refusesABundleWithoutASelfCheck() throws Exception {
        assertRefused(
                Releases.of("air", 1, BundleCodec.write(Bundles.random(CellKind.GRU, 4, 2, 1))),
                "check",
                "must be in the bundle",
                "none");
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
        assertRefused(release.release(), field, rule, found);
    }

    private void assertRefused(ModelRecord record, String field, String rule, String found)
            throws Exception {
        assertThat(refused(record.encode()).fault())
                .isEqualTo(new DeadLetter.Fault(BAD_MODEL, field, rule, found));
    }

    /** Feeds a record and gives the dead letter that came of it, and that alone. */
    private DeadLetter refused(byte[] value) throws Exception {
        desk.feed(value);

        assertThat(desk.said()).isEmpty();
        List<DeadLetter> letters = desk.deadLetters();
        assertThat(letters).hasSize(1);
        DeadLetter letter = letters.get(0);
        assertThat(letter)
                .isEqualTo(
                        new DeadLetter(
                                new DeadLetter.Origin(
                                        Records.TOPIC, Records.PARTITION, Desk.OFFSET, 1_000),
                                Desk.KEY,
                                value,
                                letter.fault()));
        return letter;
    }
}
