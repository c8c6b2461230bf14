package io.hindsight.console.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.console.demo.SlotNote.Effect;
import io.hindsight.schemas.ChannelResult;
import io.hindsight.schemas.Result;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlotNoteTest {
    private final SlotNote note = new SlotNote();

    @Test
    void keepsWhatWasSaidAtOnceBesideTheLastWord() {
        assertThat(note.take(scored(0, 5, 2))).isEqualTo(Effect.NEW);
        assertThat(note.take(scored(1, 5, 3))).isEqualTo(Effect.REVISES);

        assertThat(note.atOnce(0)).isEqualTo(2);
        assertThat(note.best(0)).isEqualTo(3);
        assertThat(note.revisedValues()).isEqualTo(1);
        assertThat(note.isAnswered()).isTrue();
    }

    @Test
    void tellsARepairFromALookBackByThePrediction() {
        note.take(scored(0, 5, 2));

        assertThat(note.take(scored(1, 6, 3))).isEqualTo(Effect.REPAIRS);
        assertThat(note.revisedValues()).isZero();
    }

    @Test
    void aReadingThatCameLateIsAnsweredWhenItsSlotIsNoMoreMissing() {
        note.take(result(Result.MISSING, 0, 5, 2));
        assertThat(note.isAnswered()).isFalse();

        assertThat(note.take(scored(1, 5, 2))).isEqualTo(Effect.REPAIRS);
        assertThat(note.isAnswered()).isTrue();
    }

    @Test
    void anotherModelOnTheSameReadingIsNoRepair() {
        note.take(scored(0, 5, 2));
        Result byFirst = scored(1, 6, 3);

        Result bySecond =
                new Result(
                        byFirst.sensor(),
                        byFirst.group(),
                        byFirst.eventTimeMillis(),
                        byFirst.revision(),
                        byFirst.waitedMillis(),
                        byFirst.status(),
                        2,
                        byFirst.score(),
                        byFirst.channels());
        assertThat(note.take(bySecond)).isEqualTo(Effect.HANDED_OVER);
        assertThat(note.version()).isEqualTo(2);
        assertThat(note.versionAtOnce()).isEqualTo(1);
    }

    @Test
    void theSameRevisionTwiceIsADuplicate() {
        note.take(scored(0, 5, 2));
        note.take(scored(1, 5, 3));

        assertThat(note.take(scored(0, 5, 2))).isEqualTo(Effect.DUPLICATE);
        assertThat(note.take(scored(1, 5, 4))).isEqualTo(Effect.DUPLICATE);
        assertThat(note.best(0)).isEqualTo(3);
    }

    @Test
    void aLowerRevisionThatComesLaterChangesNoLastWord() {
        note.take(scored(1, 5, 3));
        assertThat(note.isAnswered()).isFalse();

        assertThat(note.take(scored(0, 5, 2))).isEqualTo(Effect.SUPERSEDED);
        assertThat(note.isAnswered()).isTrue();
        assertThat(note.atOnce(0)).isEqualTo(2);
        assertThat(note.best(0)).isEqualTo(3);
    }

    private static Result scored(int revision, float expected, float imputed) {
        return result(Result.SCORED, revision, expected, imputed);
    }

    private static Result result(String status, int revision, float expected, float imputed) {
        ChannelResult channel = new ChannelResult(Double.NaN, expected, 1, imputed, Float.NaN);
        return new Result("a", "air", 1, revision, 0, status, 1, Float.NaN, List.of(channel));
    }
}
