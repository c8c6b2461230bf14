package io.hindsight.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.anchor.Anchor;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.student.StudentSpec;
import io.hindsight.trainer.loss.CellLoss;
import io.hindsight.trainer.nets.Matrix;
import io.hindsight.trainer.nets.Parameters;
import io.hindsight.trainer.nets.StudentNet;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu;

/**
 * Native arrays are out of the collector's sight: what isn't closed stays until the process ends.
 */
class LoopMemoryTest {
    private static final int HIDDEN = 32;
    private static final int STEPS = 24;
    private static final int LANES = 8;
    private static final int UPDATES = 5;
    private static final int EPOCHS = 100;

    @Test
    void manyEpochsLeaveNoNativeArrayOpen() {
        train(1);
        long before = nativeBytes();
        train(EPOCHS);

        assertThat(nativeBytes()).isLessThanOrEqualTo(before);
    }

    @Test
    void anArrayThatIsLeftOpenWouldBeSeen() {
        int rows = 4_000_000;
        long before = nativeBytes();
        try (Matrix open = new Matrix(rows, 2)) {
            assertThat(nativeBytes() - before).isGreaterThan((long) Float.BYTES * open.rows());
        }
    }

    /** What ND4J has taken and not given back; the collector may give back what others left. */
    private static long nativeBytes() {
        return Nd4jCpu.Environment.getInstance().getDeviceCounter(0);
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
