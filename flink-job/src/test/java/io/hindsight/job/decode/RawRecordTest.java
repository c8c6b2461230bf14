package io.hindsight.job.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.schemas.DeadLetter;
import org.junit.jupiter.api.Test;

class RawRecordTest {
    private static final DeadLetter.Origin ORIGIN = new DeadLetter.Origin("readings", 1, 2, 3);
    private static final DeadLetter.Fault FAULT =
            new DeadLetter.Fault("undecodable", "header", "marker", "00");

    @Test
    void handsAnOrdinaryRecordOnUnchanged() {
        byte[] key = {1};
        byte[] value = new byte[RawRecord.MOST_BYTES];

        assertThat(new RawRecord(ORIGIN, key, value).asDeadLetter(FAULT))
                .isEqualTo(new DeadLetter(ORIGIN, key, value, FAULT));
    }

    @Test
    void cutsWhatKafkaWouldRefuseForItsSizeAndSaysSo() {
        DeadLetter letter = new RawRecord(ORIGIN, null, new byte[8_000_000]).asDeadLetter(FAULT);

        assertThat(letter.value()).hasSize(RawRecord.MOST_BYTES);
        assertThat(letter.key()).isNull();
        assertThat(letter.origin()).isEqualTo(ORIGIN);
        assertThat(letter.fault().found())
                .isEqualTo("00 (of 8000000 bytes, each part cut to 400000)");
    }
}
