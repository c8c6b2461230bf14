package io.hindsight.console.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.trainer.data.DataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class FaultLineTest {
    @Test
    void looksInsideTheWrappings() {
        Exception wrapped =
                new ExecutionException(
                        new UncheckedIOException(new AccessDeniedException("model.bundle")));

        assertThat(FaultLine.of(wrapped))
                .isEqualTo(new FaultLine("access denied: model.bundle", ExitCodes.USER_FAULT));
    }

    @Test
    void aRecordingThatCannotBeUsedIsTheUsersFault() {
        assertThat(FaultLine.of(new DataException("a.csv, line 2: not a number")))
                .isEqualTo(new FaultLine("a.csv, line 2: not a number", ExitCodes.USER_FAULT));
    }

    @Test
    void anInputOutputFaultWithoutAFileIsAFailedRun() {
        assertThat(FaultLine.of(new IOException("connection reset")))
                .isEqualTo(new FaultLine("connection reset", ExitCodes.FAILED));
    }

    @Test
    void findsThatMemoryRanOutOnAnotherThread() {
        Exception onAnotherThread =
                new IllegalStateException(
                        "training failed",
                        new ExecutionException(new OutOfMemoryError("Java heap space")));

        FaultLine line = FaultLine.of(onAnotherThread);

        assertThat(line.message()).startsWith("out of memory (Java heap space): give Java more");
        assertThat(line.exitCode()).isEqualTo(ExitCodes.FAILED);
    }

    @Test
    void namesTheClassOfAFaultThatSaysNothing() {
        assertThat(FaultLine.of(new NullPointerException()).message())
                .isEqualTo("java.lang.NullPointerException");
    }
}
