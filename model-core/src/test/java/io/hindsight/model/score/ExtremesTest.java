package io.hindsight.model.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ExtremesTest {
    private final Extremes extremes = new Extremes(2);

    @Test
    void theFirstValueOfAChannelIsNoExtreme() {
        assertThat(beyond(5, Double.NaN)).containsExactly(0, 0);
        assertThat(beyond(6, 100)).containsExactly(1, 0);
    }

    @Test
    void tellsWhatIsHigherOrLowerThanAllBefore() {
        beyond(5, 5);
        assertThat(beyond(6, 4)).containsExactly(1, -1);
        assertThat(beyond(5.5, 4.5)).containsExactly(0, 0);
        assertThat(beyond(6, 4)).as("as high, as low").containsExactly(0, 0);
        assertThat(beyond(3, 7)).containsExactly(-1, 1);
    }

    @Test
    void aHoleIsNothingAndLeavesAllAsItWas() {
        beyond(5, 5);
        assertThat(beyond(Double.NaN, Double.NaN)).containsExactly(0, 0);
        assertThat(beyond(5.5, 4.5)).containsExactly(1, -1);
    }

    @Test
    void takesEightBytesAChannelAndComesBackAsItWas() throws IOException {
        beyond(5, Double.NaN);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        extremes.write(new DataOutputStream(bytes));
        Extremes back = new Extremes(2);
        back.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        assertThat(bytes.size()).isEqualTo(16);
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        back.write(new DataOutputStream(again));
        assertThat(again.toByteArray()).isEqualTo(bytes.toByteArray());
    }

    @Test
    void aJudgementTellsItAndForHowLongTheSensorHasBeenSeen() {
        Detector detector = new Detector(2, 1);
        Judgement said = detector.newJudgement();
        detector.judge(1_000, new double[] {1, 2}, said);
        detector.judge(3_000, new double[] {1.5, 2}, said);
        assertThat(said.beyond).containsExactly(1, 0);
        assertThat(said.pastMillis).isEqualTo(2_000);

        detector.judge(4_000, new double[] {Double.NaN, Double.NaN}, said);
        assertThat(said.beyond).containsExactly(0, 0);
    }

    private byte[] beyond(double... observed) {
        byte[] beyond = new byte[2];
        extremes.take(observed, beyond);
        return beyond;
    }
}
