package io.hindsight.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.anchor.Anchor;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.student.StudentSpec;
import io.hindsight.trainer.loss.CellLoss;
import io.hindsight.trainer.nets.Parameters;
import io.hindsight.trainer.nets.StudentNet;
import java.util.List;
import java.util.function.Supplier;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

/**
 * Native arrays are out of the collector's sight: what isn't closed stays until the process ends.
 */
class LoopMemoryTest {
    private static final int HIDDEN = 32;
    private static final int STEPS = 24;
    private static final int LANES = 8;
    private static final int UPDATES = 5;
    private static final int EPOCHS = 200;

    @Test
    void manyEpochsTakeNoMoreMemoryThanAFew() {
        train(EPOCHS / 2);
        long before = Pointer.physicalBytes();
        train(EPOCHS);
        long grown = Pointer.physicalBytes() - before;

        long ofOneArrayLeftOpenInEachUpdate =
                (long) EPOCHS * UPDATES * Float.BYTES * 4 * HIDDEN * STEPS * LANES;
        assertThat(grown).isLessThan(ofOneArrayLeftOpenInEachUpdate / 3);
    }

    private static void train(int epochs) {
        StudentSpec spec = Fixtures.spec(CellKind.LSTM, HIDDEN, 2);
        Supplier<Anchor> anchors = Fixtures.anchors(spec);
        LaneSource training = new LaneSource(Fixtures.parts(2, 0, 300), anchors);
        LaneSource validation = new LaneSource(Fixtures.parts(2, 300, 400), anchors);
        LaneOptions lanes = new LaneOptions(STEPS, LANES, 1, 1, 0.2);
        LoopOptions options = new LoopOptions(epochs, UPDATES, 1, 1e-3, 0, epochs, 1, 1);
        try (Parameters parameters = StudentNet.newParameters(spec, 3);
                Shard shard =
                        new StudentShard(
                                Frozen.causal(spec, anchors),
                                parameters.share(),
                                training,
                                validation,
                                lanes,
                                Objective.truth(CellLoss.STUDENT_T, 0.5),
                                0)) {
            assertThat(new Loop("student", List.of(shard), options).run(Progress.SILENT).epochs())
                    .isEqualTo(epochs);
        }
    }
}
