package io.hindsight.benchmarks.detect.asd;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.benchmarks.detect.asd.Scored.Run;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AsdDetectionTest {
    private static final int CHANNELS = 8;
    private static final Run EVENT = new Run(500, 520);

    @Test
    void findsAnEventAndTheChannelsAtFault() {
        AsdDetection detection = new AsdDetection(server(31));
        Scored strength = detection.strength;

        assertThat(detection.train.rows()).isEqualTo(1_000);
        double threshold = Alarms.threshold(List.of(detection.train), 2);
        assertThat(CompositeF.at(List.of(strength), threshold, 288).recall()).isEqualTo(1);
        // Without any skill it would be the share of the anomalous rows, 0.026.
        assertThat(PrecisionRecall.pooled(List.of(detection.rank))).isGreaterThan(0.5);
        List<FaultyChannels> events = List.of(new FaultyChannels(EVENT, Set.of(2, 5)));
        assertThat(Interpretation.ips(events, detection.evidence, strength)).isEqualTo(1);
    }

    /** Noise around a day's wave; two channels leave it for twenty rows. */
    private static AsdServer server(long seed) {
        Random random = new Random(seed);
        double[][] train = new double[AsdDetection.WARM_UP_ROWS + 1_000][CHANNELS];
        double[][] test = new double[800][CHANNELS];
        for (int row = 0; row < train.length + test.length; row++) {
            double wave = Math.sin(2 * Math.PI * row / AsdReader.ROWS_A_DAY);
            double[] values = row < train.length ? train[row] : test[row - train.length];
            for (int j = 0; j < CHANNELS; j++) {
                values[j] = wave + 0.1 * random.nextGaussian();
            }
        }
        boolean[] anomalous = new boolean[test.length];
        for (int row = EVENT.first(); row <= EVENT.last(); row++) {
            anomalous[row] = true;
            test[row][2] += 4;
            test[row][5] -= 4;
        }
        return new AsdServer("made-up", train, test, anomalous, List.of());
    }
}
