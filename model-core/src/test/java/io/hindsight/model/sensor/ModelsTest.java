package io.hindsight.model.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.fixtures.Students;
import io.hindsight.model.recurrent.CellKind;
import org.junit.jupiter.api.Test;

class ModelsTest {
    private final Bundle bundle = Students.random(CellKind.GRU, 2, 1, 1);
    private final Models models = new Models();

    @Test
    void noneActsBeforeItsTime() {
        assertThat(models.activeAt(0)).isEmpty();
        models.put(new Model(1, 100, bundle));
        assertThat(models.activeAt(99)).isEmpty();
        assertThat(models.activeAt(100)).map(Model::version).contains(1L);
    }

    @Test
    void theHighestVersionWinsWhateverOrderTheyComeIn() {
        models.put(new Model(3, 300, bundle));
        models.put(new Model(1, 0, bundle));
        models.put(new Model(2, 50, bundle));
        assertThat(models.activeAt(49)).map(Model::version).contains(1L);
        assertThat(models.activeAt(50)).map(Model::version).contains(2L);
        assertThat(models.activeAt(300)).map(Model::version).contains(3L);
    }

    @Test
    void anOlderVersionThatActivatesLaterNeverActs() {
        models.put(new Model(2, 0, bundle));
        models.put(new Model(1, 500, bundle));
        assertThat(models.activeAt(1000)).map(Model::version).contains(2L);
    }

    @Test
    void ofTwoModelsOfOneVersionTheFirstOneStays() {
        Model first = new Model(1, 100, bundle);
        models.put(first);
        assertThat(models.put(new Model(1, 50, bundle))).isEmpty();
        assertThat(models.activeAt(50)).isEmpty();
        assertThat(models.activeAt(100)).containsSame(first);
    }

    @Test
    void keepsTheActingModelWhenManyWaitForTheirTimeAndDropsWhatCanNeverActAgain() {
        models.put(new Model(1, 0, bundle));
        models.put(new Model(2, 900, bundle));
        models.put(new Model(3, 100, bundle));
        for (int version = 4; version <= Models.MOST_KEPT; version++) {
            models.put(new Model(version, 100L * version, bundle));
        }
        assertThat(models.put(new Model(9, 900, bundle))).contains(2L);
        assertThat(models.activeAt(50)).map(Model::version).contains(1L);
        assertThat(models.put(new Model(10, 1000, bundle))).contains(1L);
    }

    @Test
    void aModelForAtOnceActsOnTheOldestReading() {
        models.put(new Model(1, 0, bundle));
        assertThat(models.activeAt(-1_000_000_000_000L)).isPresent();
    }

    @Test
    void refusesAVersionBelowOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Model(0, 0, bundle))
                .withMessage("version must be 1 or more: 0");
    }
}
