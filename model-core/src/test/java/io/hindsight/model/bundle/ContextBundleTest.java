package io.hindsight.model.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hindsight.model.context.ContextSpec;
import io.hindsight.model.fixtures.Students;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.student.StudentSpec;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextBundleTest {
    private static final StudentSpec SPEC = Students.inContext(CellKind.GRU, 3, 2);
    private static final long PHASE = 600_000;

    @Test
    void hasAContextIfItsChannelsHaveOne() throws BundleException {
        Bundle without = Students.random(CellKind.GRU, 3, 2, 1);

        assertThat(without.context()).isEmpty();
        assertThat(without.sentChannels()).isEqualTo(without.spec().channels());
        assertThat(bundle().context()).contains(new ContextSpec(Students.HOUR, 0, 2, 3));
        assertThat(bundle().sentChannels()).containsExactly("channel-0", "channel-1", "channel-2");
    }

    @Test
    void keepsWhereItsSlotsAreWhateverElseChanges() throws BundleException {
        Bundle moved = bundle().withContextPhase(PHASE);

        assertThat(moved.withNote("a", "b").context()).isEqualTo(moved.context());
        assertThat(moved.withOwnScale(5).context()).isEqualTo(moved.context());
        assertThat(moved.withoutCorrections().context()).isEqualTo(moved.context());
        assertThat(BundleCodec.read(BundleCodec.write(moved)).context())
                .contains(new ContextSpec(Students.HOUR, PHASE, 2, 3));
    }

    @Test
    void refusesAPhaseThatIsNoneOrThatNothingHas() throws BundleException {
        Bundle bundle = bundle();
        Bundle without = Students.random(CellKind.GRU, 3, 2, 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> bundle.withContextPhase(Students.HOUR))
                .withMessage(
                        "context_phase_ms must be 0 to below the interval of 3600000: 3600000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> without.withContextPhase(0))
                .withMessage("only a context has a phase: the channels are [channel-0, channel-1]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
"""
"context_phase_ms":"0" | "context_phase":"0"          | metadata must have context_phase_ms
"context_phase_ms":"0" | "context_phase_ms":"late"    | context_phase_ms must be a whole number: late
"context_phase_ms":"0" | "context_phase_ms":"-1"      | context_phase_ms must be 0 to below the interval of 3600000: -1
"interval_ms":"3600000" | "interval_ms":"0"           | metadata must have pace_ms
channel-1@others       | channel-2@others             | the channels of a context must be [channel-0@others, channel-1@others, count@others] and come last
count@others           | count                        | context_phase_ms must only be there with a context
""")
    void namesTheFieldTheRuleAndTheValue(String old, String forged, String message)
            throws BundleException {
        byte[] file = BundleCodec.write(bundle());

        assertThatExceptionOfType(BundleException.class)
                .isThrownBy(
                        () ->
                                BundleCodec.read(
                                        ForgedBundle.withHeader(
                                                file, header -> header.replace(old, forged))))
                .withMessageContaining(message);
    }

    private static Bundle bundle() throws BundleException {
        return Bundle.of(SPEC, Students.normaliser(6), Students.parameters(SPEC, 1), Map.of());
    }
}
