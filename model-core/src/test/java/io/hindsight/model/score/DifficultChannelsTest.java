package io.hindsight.model.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wind, rain, a gas with holes and a constant, recorded side by side: one sensor of them all. */
class DifficultChannelsTest {
    private static final int WIND = 0;
    private static final int RAIN = 1;
    private static final int GAS = 2;
    private static final int CONSTANT = 3;
    private static final int NO_EVENT = -1;
    private static final int AT = 2_855;
    private static final int FEW = 6;
    private static final double[] FAR = {20, 200, 10_000, 6};

    private final Piece[] channels = {
        Piece.recorded("wind", Piece.HOUR),
        Piece.recorded("rain", Piece.HOUR),
        Piece.recorded("carbon-monoxide", Piece.HOUR)
    };

    @ParameterizedTest
    @CsvSource({
        "0, 1", "0, 4", "0, 30", "1, 4", "1, 30", "2, 1", "2, 4", "2, 30", "3, 1", "3, 4", "3, 30"
    })
    void findsWhatAPersonSeesAtOnceInAnyOfThem(int channel, double agreed) {
        assertThat(alarms(agreed, channel)).anyMatch(i -> i >= AT && i < AT + FEW);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 4, 30})
    void raisesNoMoreAlarmsThanAgreedAndALittle(double agreed) {
        double months = channels[WIND].months();
        assertThat(alarms(agreed, NO_EVENT))
                .hasSizeLessThanOrEqualTo((int) (2 * agreed * months + 2));
    }

    @Test
    void blamesTheChannelThatIsFarOutAndNeverTheConstantOne() {
        for (int channel : new int[] {WIND, RAIN, GAS}) {
            List<Judgement> judged = judged(1, channel);
            assertThat(judged.get(AT).share[channel]).isGreaterThan(0.6f);
            assertThat(judged.get(AT).without[channel]).isLessThan(judged.get(AT).score);
            assertThat(judged)
                    .allSatisfy(
                            one -> {
                                assertThat(one.score).isFinite().isNotNegative();
                                assertThat(one.share[CONSTANT]).isZero();
                            });
        }
    }

    private List<Integer> alarms(double agreed, int channel) {
        List<Integer> alarms = new ArrayList<>();
        List<Judgement> judged = judged(agreed, channel);
        for (int i = 0; i < judged.size(); i++) {
            if (judged.get(i).alarm) {
                alarms.add(i);
            }
        }
        return alarms;
    }

    /**
     * @param channel that shows something far out for a few readings, or {@link #NO_EVENT}
     */
    private List<Judgement> judged(double agreed, int channel) {
        Detector detector = new Detector(FAR.length, agreed);
        List<Judgement> judged = new ArrayList<>();
        for (int i = 0; i < channels[WIND].size(); i++) {
            double[] values = {0, 0, 0, 5};
            for (int j = 0; j < channels.length; j++) {
                values[j] = channels[j].values()[i];
            }
            if (channel != NO_EVENT && i >= AT && i < AT + FEW) {
                values[channel] = FAR[channel];
            }
            Judgement judgement = detector.newJudgement();
            detector.judge(JudgedStream.START + i * Piece.HOUR, values, judgement);
            judged.add(judgement);
        }
        return judged;
    }
}
