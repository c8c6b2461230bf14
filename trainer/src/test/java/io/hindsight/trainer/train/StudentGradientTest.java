package io.hindsight.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.student.StudentSpec;
import io.hindsight.trainer.nets.Parameter;
import io.hindsight.trainer.nets.Parameters;
import io.hindsight.trainer.nets.StudentNet;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StudentGradientTest {
    private static final int STEPS = 10;
    private static final WindowOptions WINDOW = new WindowOptions(STEPS, 3, 1, 0.2);

    @ParameterizedTest
    @EnumSource(CellKind.class)
    void everyGradientIsTheSlopeOfBothHeadsLossesAndTheTeachersTerm(CellKind cell) {
        StudentSpec spec = Fixtures.spec(cell, 5, 2);
        LossWeights weights = new LossWeights(1, 0.5, 0.3);
        try (Parameters parameters = StudentNet.newParameters(spec, 3);
                StudentShard shard =
                        new StudentShard(
                                spec, parameters, WINDOW, weights, Optional.of(new Confident()))) {
            Gradients.shake(parameters, 5);
            Counts counts = shard.draw(Fixtures.windows(2, STEPS), new SplittableRandom(11), true);

            assertThat(counts.hidden()).isPositive();
            Gradients.check(shard, counts);
        }
    }

    @Test
    void aCellThatIsAHoleInTruthHasNoGradientWithoutATeacher() {
        StudentSpec spec = Fixtures.spec(CellKind.LSTM, 5, 2);
        try (Parameters parameters = StudentNet.newParameters(spec, 3);
                StudentNet net = new StudentNet(spec, parameters, STEPS, 1)) {
            Batch batch = new Batch(spec, STEPS, 1, false);
            Fixtures.windows(2, STEPS).fill(batch, new SplittableRandom(2));
            net.forward(batch.inputs(), batch.priors());
            HeadLoss loss = new HeadLoss(batch);
            loss.begin(net.imputations());
            loss.addHidden(batch.held(), 1);
            loss.addKnown(batch.held(), 1);

            int holes = 0;
            for (int cell = 0; cell < batch.cells(); cell++) {
                if (!batch.isHidden(cell) && !batch.isObserved(cell)) {
                    int at = HeadLoss.meanIndex(cell, 2);
                    assertThat(loss.gradient()[at]).isZero();
                    assertThat(loss.gradient()[at + 2]).isZero();
                    holes++;
                }
            }
            assertThat(holes).isPositive();
        }
    }

    @Test
    void sharedParametersKeepGradientsOfTheirOwn() {
        StudentSpec spec = Fixtures.spec(CellKind.GRU, 3, 2);
        try (Parameters parameters = StudentNet.newParameters(spec, 3);
                Parameters shared = parameters.share()) {
            Parameter first = parameters.get("weight_hh_l0");
            Parameter second = shared.get("weight_hh_l0");
            second.gradient().fill(1);

            assertThat(second.value()).isSameAs(first.value());
            assertThat(first.gradient().toArray()).containsOnly(0f);
        }
    }

    /** Believes that every value is a bit above zero, and is fairly sure. */
    private static final class Confident implements Guide {
        @Override
        public void believe(Batch batch, float[] mean, float[] deviation) {
            Arrays.fill(mean, 0.2f);
            Arrays.fill(deviation, 0.4f);
        }

        @Override
        public void close() {}
    }
}
