package io.hindsight.job.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindsight.job.fixtures.Bundles;
import io.hindsight.job.fixtures.Releases;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.sensor.Model;
import io.hindsight.model.sensor.Models;
import org.junit.jupiter.api.Test;

class GroupModelsTest {
    private static final Bundle BUNDLE = Bundles.random(CellKind.LSTM, 3, 1, 1);

    private final GroupModels models = new GroupModels();

    @Test
    void hasNoModelBeforeTheFirstRelease() {
        assertThat(models.of("air").activeAt(Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void theHighestVersionWhoseTimeHasComeActs() {
        models.put(Releases.of("air", 1, BUNDLE).from(100).release());
        models.put(Releases.of("air", 3, BUNDLE).from(300).release());
        models.put(Releases.of("air", 2, BUNDLE).from(200).release());

        assertThat(active("air", 99)).isZero();
        assertThat(active("air", 100)).isEqualTo(1);
        assertThat(active("air", 199)).isEqualTo(1);
        assertThat(active("air", 200)).isEqualTo(2);
        assertThat(active("air", 300)).isEqualTo(3);
        assertThat(active("air", 250)).isEqualTo(2);
    }

    @Test
    void groupsHaveModelsOfTheirOwn() {
        models.put(Releases.of("air", 7, BUNDLE).release());

        assertThat(active("air", 0)).isEqualTo(7);
        assertThat(active("water", 0)).isZero();
    }

    @Test
    void keepsABoundedNumberOfVersionsAndSaysWhichWent() {
        for (int version = 1; version <= Models.MOST_KEPT; version++) {
            assertThat(models.put(Releases.of("air", version, BUNDLE).from(version).release()))
                    .isEmpty();
        }

        assertThat(models.put(Releases.of("air", 100, BUNDLE).from(100).release())).contains(1L);
        assertThat(models.put(Releases.of("air", 1, BUNDLE).from(1).release())).contains(1L);
        assertThat(active("air", 1)).isZero();
        assertThat(active("air", 2)).isEqualTo(2);
        assertThat(active("air", 100)).isEqualTo(100);
    }

    @Test
    void aReleaseThatWasNeverVerifiedIsAFaultOfTheJob() {
        assertThatThrownBy(() -> models.put(Releases.of("air", 1, new byte[3]).release()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keysNameGroupAndVersion() {
        assertThat(GroupModels.key("air", 12)).isEqualTo("air/12");
        assertThat(GroupModels.key(Releases.of("air", 12, BUNDLE).release())).isEqualTo("air/12");
    }

    private long active(String group, long eventTimeMillis) {
        return models.of(group).activeAt(eventTimeMillis).map(Model::version).orElse(0L);
    }
}
