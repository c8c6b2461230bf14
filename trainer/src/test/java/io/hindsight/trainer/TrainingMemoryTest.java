package io.hindsight.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.Split;
import io.hindsight.trainer.train.Progress;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu;

class TrainingMemoryTest {
    @Test
    void aWholeTrainingLeavesNoNativeArrayOpen() {
        DataSet data = Recordings.waves(2, 600, 2, 0.03, 5);
        TrainingOptions options =
                TrainingOptions.builder()
                        .hiddenSize(4)
                        .backwardSize(4)
                        .updatesPerEpoch(2)
                        .validationBatches(1)
                        .lanes(4)
                        .teacherEpochs(1)
                        .epochs(2)
                        .reviserEpochs(1)
                        .build();
        Training.train(data, Split.chronological(data), options, Progress.SILENT);
        long before = nativeBytes();

        Training.train(data, Split.chronological(data), options, Progress.SILENT);

        assertThat(nativeBytes()).isLessThanOrEqualTo(before);
    }

    /** What ND4J has taken and not given back; the collector may give back what others left. */
    private static long nativeBytes() {
        return Nd4jCpu.Environment.getInstance().getDeviceCounter(0);
    }
}
