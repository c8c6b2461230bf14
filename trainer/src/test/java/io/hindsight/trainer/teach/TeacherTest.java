package io.hindsight.trainer.teach;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.student.StudentSpec;
import io.hindsight.trainer.nets.Parameters;
import io.hindsight.trainer.nets.TeacherNet;
import io.hindsight.trainer.train.Batch;
import io.hindsight.trainer.train.Counts;
import io.hindsight.trainer.train.Fixtures;
import io.hindsight.trainer.train.Gradients;
import io.hindsight.trainer.train.Guide;
import io.hindsight.trainer.train.WindowOptions;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TeacherTest {
    private static final int STEPS = 10;
    private static final WindowOptions WINDOW = new WindowOptions(STEPS, 3, 1, 0.2);

    @ParameterizedTest
    @EnumSource(CellKind.class)
    void everyGradientIsTheSlopeOfTheLossOnHiddenCells(CellKind cell) {
        StudentSpec spec = Fixtures.spec(cell, 4, 2);
        try (Parameters parameters = TeacherNet.newParameters(spec, 4, 3);
                TeacherShard shard = new TeacherShard(spec, 4, parameters, WINDOW)) {
            Gradients.shake(parameters, 5);
            Counts counts = shard.draw(Fixtures.windows(2, STEPS), new SplittableRandom(11), true);

            assertThat(counts.hidden()).isPositive();
            Gradients.check(shard, counts);
        }
    }

    @Test
    void believesInTheLineBetweenBothSidesBeforeItHasLearned() {
        StudentSpec spec = Fixtures.spec(CellKind.LSTM, 4, 2);
        Batch batch = new Batch(spec, STEPS, 3, true);
        Fixtures.windows(2, STEPS).fill(batch, new SplittableRandom(11));
        float[] mean = new float[batch.cells()];
        float[] deviation = new float[batch.cells()];
        try (Teacher teacher = new Teacher(spec, 4, WINDOW, 1);
                Guide guide = teacher.guide()) {
            guide.believe(batch, mean, deviation);
        }

        assertThat(mean).containsExactly(batch.base());
        assertThat(deviation).containsOnly((float) Math.sqrt(2));
    }
}
