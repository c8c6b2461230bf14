package io.hindsight.job.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.job.fixtures.Readings;
import io.hindsight.job.fixtures.Receiving;
import io.hindsight.job.fixtures.Records;
import io.hindsight.job.state.SideOutputs;
import io.hindsight.schemas.Reading;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.Test;

class RefuseFunctionTest {

    @Test
    @SuppressWarnings("try") // the harness says that its close may be interrupted
    void sendsUsableReadingsOnAndTheOthersToTheDeadLetters() throws Exception {
        Received good =
                Receiving.of(1, new Reading("s", "air", Readings.START, new double[] {1, 2}));
        Received bad = Receiving.all(Receiving.OPEN, Records.of(2, 5, null, new byte[] {9})).get(0);
        try (OneInputStreamOperatorTestHarness<Received, Received> harness =
                ProcessFunctionTestHarnesses.forProcessFunction(new RefuseFunction())) {
            harness.processElement(new StreamRecord<>(good, Readings.START));
            harness.processElement(new StreamRecord<>(bad, Long.MIN_VALUE));

            assertThat(harness.extractOutputValues())
                    .extracting(Received::reading)
                    .containsExactly(good.reading());
            assertThat(harness.getSideOutput(SideOutputs.DEAD_LETTERS))
                    .singleElement()
                    .extracting(StreamRecord::getValue)
                    .isEqualTo(bad.record().asDeadLetter(bad.fault().orElseThrow()));
        }
    }
}
