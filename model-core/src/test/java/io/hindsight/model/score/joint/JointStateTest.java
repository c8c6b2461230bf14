package io.hindsight.model.score.joint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class JointStateTest {
    private static final int CHANNELS = 5;

    @Test
    void goesOnFromItsBytesAsIfNothingHadHappened() throws IOException {
        JointStream stream = JointStream.of(CHANNELS, 3).run(700);
        byte[] bytes = bytes(stream.state);
        assertThat(bytes).hasSize(Integer.BYTES + Float.BYTES * (1 + 8 * CHANNELS));
        JointState restored = new JointState(CHANNELS);
        restored.read(new DataInputStream(new ByteArrayInputStream(bytes)));

        assertGoesOnAlike(stream, restored);
    }

    @Test
    void aCopySharesNothing() throws IOException {
        JointStream stream = JointStream.of(CHANNELS, 4).run(700);
        byte[] before = bytes(stream.state);
        JointState copy = stream.copyOfState();
        stream.run(20);

        assertThat(bytes(copy)).isEqualTo(before).isNotEqualTo(bytes(stream.state));
    }

    @Test
    void aCopyGoesOnAlike() {
        JointStream stream = JointStream.of(CHANNELS, 6).run(300);
        assertGoesOnAlike(stream, stream.copyOfState());
    }

    private static void assertGoesOnAlike(JointStream stream, JointState other) {
        JointScorer scorer = new JointScorer(CHANNELS, true);
        JointResult result = new JointResult(CHANNELS);
        for (int t = 0; t < 200; t++) {
            stream.draw().score();
            scorer.score(other, stream.residual, stream.deviation, result);
            assertThat(result.strength).isEqualTo(stream.result.strength);
            assertThat(result.rank).isEqualTo(stream.result.rank);
            assertThat(result.share).isEqualTo(stream.result.share);
        }
    }

    private static byte[] bytes(JointState state) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        state.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
