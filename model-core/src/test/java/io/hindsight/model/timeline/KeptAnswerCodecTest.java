package io.hindsight.model.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.revise.KeptSlot;
import io.hindsight.model.sensor.StepResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KeptAnswerCodecTest {
    @Test
    void whatWasSuppressedComesBack() throws IOException {
        byte[] bytes = bytes(kept("yearly service, é"));
        KeptAnswer back = read(KeptAnswerCodec.VERSION, bytes);

        assertThat(back.answer().result().suppressed).isEqualTo("yearly service, é");
        assertThat(bytes(back)).isEqualTo(bytes);
    }

    /** What was judged and the rule's name stand behind all that was there before them. */
    @Test
    void oneOfTheVersionBeforeHasNothingSuppressed() throws IOException {
        byte[] bytes = bytes(kept(null));
        KeptAnswer back = read(1, Arrays.copyOf(bytes, bytes.length - 1 - 4 - 2 * 8));

        assertThat(back.answer().result().suppressed).isNull();
        assertThat(bytes(back)).isEqualTo(bytes);
    }

    @Test
    void theRuleIsPartOfWhatIsSaid() {
        long plain = kept(null).answer().digest();

        assertThat(kept("one").answer().digest())
                .isNotEqualTo(plain)
                .isNotEqualTo(kept("other").answer().digest());
    }

    private static KeptAnswer kept(String suppressed) {
        StepResult result = StepResult.ofObserved(7, new double[] {1, Double.NaN});
        result.suppressed = suppressed;
        return new KeptAnswer(
                new KeptSlot(7, 2, 3, null),
                new Answer(Answer.Status.SCORED, 4, result),
                new Said(2, 99));
    }

    private static byte[] bytes(KeptAnswer kept) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        KeptAnswerCodec.write(kept, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static KeptAnswer read(int version, byte[] bytes) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        KeptAnswer kept = KeptAnswerCodec.read(version, new DataInputStream(in));
        assertThat(in.available()).isZero();
        return kept;
    }
}
