package io.hindsight.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.schemas.ChannelResult;
import io.hindsight.schemas.Result;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.DataSetReader;
import io.hindsight.trainer.data.Row;
import io.hindsight.trainer.judge.HiddenCells;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamedAnswersTest {
    private static final long HOUR = 3_600_000L;
    private static final int HIDDEN = 1;

    private final StreamedAnswers answers = new StreamedAnswers(recording());

    @Test
    void keepsOfHiddenCellsWhatWasSaidAtOnceAndTheHighestRevisionWhateverTheirOrder() {
        take(HIDDEN, 2, 7);
        take(HIDDEN, 0, 5);
        take(HIDDEN, 1, 6);
        assertThat(answers.atOnce(0, HIDDEN, 0)).isEqualTo(5);
        assertThat(answers.last(0, HIDDEN, 0)).isEqualTo(7);
        assertThat(answers.results()).isEqualTo(3);
        assertThat(answers.doubled()).isZero();
    }

    @Test
    void ofACellThatWasNeverSaidThereIsNothing() {
        assertThat(answers.atOnce(0, HIDDEN, 0)).isNaN();
        take(HIDDEN, 1, 6);
        assertThat(answers.atOnce(0, HIDDEN, 0)).isNaN();
        assertThat(answers.last(0, HIDDEN, 0)).isEqualTo(6);
    }

    @Test
    void countsEachReadingOnceAndNeitherRevisionsNorSlotsWithoutAReading() {
        take(0, 0, 5);
        take(0, 1, 5);
        int absent = 2;
        take(absent, 0, 5);
        assertThat(answers.answered()).isEqualTo(1);
        take(0, 0, 5);
        assertThat(answers.answered()).isEqualTo(1);
        assertThat(answers.doubled()).isEqualTo(1);
    }

    @Test
    void passesOtherSensorsAndOtherTimes() {
        answers.take(result("b", HOUR, 0, 5));
        answers.take(result("a", HOUR / 2, 0, 5));
        take(-1, 0, 5);
        take(4, 0, 5);
        assertThat(answers.answered()).isZero();
        assertThat(answers.results()).isEqualTo(4);
    }

    private void take(int slot, int revision, float imputed) {
        answers.take(result("a", slot * HOUR, revision, imputed));
    }

    private static Result result(String sensor, long millis, int revision, float imputed) {
        ChannelResult channel = new ChannelResult(Double.NaN, 1, 1, imputed, Float.NaN);
        return new Result(
                sensor, "air", millis, revision, 0, Result.SCORED, 1, 0, List.of(channel));
    }

    /** Of slots 0, 1 and 3. */
    private static MaskedRecording recording() {
        DataSetReader reader = new DataSetReader(List.of("up"));
        for (int slot : new int[] {0, HIDDEN, 3}) {
            reader.add(new Row("a", slot * HOUR, new double[] {slot}));
        }
        DataSet data = reader.build(HOUR);
        HiddenCells hidden = new HiddenCells(data);
        hidden.hide(0, HIDDEN, 0);
        return new MaskedRecording(data, hidden);
    }
}
