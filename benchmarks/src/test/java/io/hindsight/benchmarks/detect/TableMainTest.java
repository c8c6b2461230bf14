package io.hindsight.benchmarks.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.trainer.data.DataException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TableMainTest {
    @Test
    void tellsFaultsOfTheCallerFromThoseOfTheRun() {
        assertThat(TableMain.code(() -> {})).isZero();
        assertThat(
                        TableMain.code(
                                () -> {
                                    throw new IllegalArgumentException("usage: Table DATA");
                                }))
                .isEqualTo(2);
        assertThat(
                        TableMain.code(
                                () -> {
                                    throw new DataException("file.csv: there must be rows");
                                }))
                .isEqualTo(2);
        assertThat(
                        TableMain.code(
                                () -> {
                                    throw new IOException("no space left");
                                }))
                .isEqualTo(1);
    }
}
