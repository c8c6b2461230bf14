package io.hindsight.model.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.anchor.AnchorKind;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.BundleCodec;
import io.hindsight.model.bundle.BundleException;
import io.hindsight.model.bundle.CheckVector;
import io.hindsight.model.bundle.Parameters;
import io.hindsight.model.fixtures.Students;
import io.hindsight.model.recurrent.CellKind;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SelfCheckTest {

    static Stream<Bundle> bundles() {
        return Stream.of(
                Students.random(CellKind.LSTM, 5, 3, 1),
                Students.random(CellKind.GRU, 4, 1, 2).withOwnScale(5),
                Students.random(Students.lookingBack(CellKind.GRU, 6, 2), 3),
                Students.random(Students.irregular(CellKind.LSTM, 3, 2), 4),
                Students.random(Students.decaying(CellKind.LSTM, 3, 2), 5));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void whatWasWrittenSaysHereWhatItSaidThere(Bundle bundle) throws BundleException {
        byte[] file = SelfCheck.write(bundle);
        Bundle back = BundleCodec.read(file);

        assertThat(SelfCheck.differenceIn(back)).isEmpty();
        assertThat(SelfCheck.write(bundle)).as("the same bytes").isEqualTo(file);
        assertThat(BundleCodec.write(back)).isEqualTo(file);
        assertThat(SelfCheck.write(back)).isEqualTo(file);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void asksForHolesAndForValues(Bundle bundle) {
        CheckVector check = SelfCheck.added(bundle).check().orElseThrow();
        assertThat(check.values())
                .contains(Double.NaN)
                .satisfies(all -> assertThat(all[0]).isNotNaN());
        assertThat(check.said())
                .contains(Float.NaN)
                .satisfies(all -> assertThat(all[0]).isNotNaN());
    }

    @Test
    void namesTheFirstAnswerThatDiffers() {
        Bundle bundle = SelfCheck.added(Students.random(CellKind.GRU, 4, 2, 1));
        CheckVector check = bundle.check().orElseThrow();
        float[] said = check.said().clone();
        float right = said[6 * 2 + 5];
        said[6 * 2 + 5] = Math.nextUp(right);
        Bundle other = bundle.withCheck(new CheckVector(check.slots(), check.values(), said));

        assertThat(SelfCheck.differenceIn(other))
                .map(SelfCheck.Difference::toString)
                .contains(
                        "check.spread[2][1] must be what the step says here, "
                                + right
                                + ": "
                                + Math.nextUp(right));
    }

    @Test
    void aBundleWithoutOneSaysSo() {
        assertThat(SelfCheck.differenceIn(Students.random(CellKind.GRU, 4, 2, 1)))
                .contains(new SelfCheck.Difference("check", "must be in the bundle", "none"));
    }

    @Test
    void otherNumbersHaveNoCheckAndANoteKeepsIt() throws BundleException {
        Bundle bundle = SelfCheck.added(Students.random(CellKind.GRU, 4, 2, 1));

        assertThat(bundle.withNote("a", "b").check()).isPresent();
        assertThat(bundle.withOwnScale(3).check()).isEmpty();
        assertThat(bundle.spec().anchor().kind()).isNotEqualTo(AnchorKind.NONE);
        assertThat(bundle.withParameters(Map.of(Parameters.SHRINK, new float[6])).check())
                .isEmpty();
    }
}
