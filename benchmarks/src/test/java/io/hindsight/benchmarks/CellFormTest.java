package io.hindsight.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hindsight.model.recurrent.CellKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CellFormTest {

    @ParameterizedTest
    @EnumSource
    void computesWhatTheOthersCompute(CellForm form) {
        for (CellKind kind : CellKind.values()) {
            Layer layer = new Layer(kind, 8, 32, 5);
            CellForm.Step product = CellForm.PRODUCT.step(layer);
            CellForm.Step other = form.step(layer);
            float[] h1 = new float[32];
            float[] c1 = new float[32];
            float[] h2 = new float[32];
            float[] c2 = new float[32];
            for (float[] input : Layer.inputs(100, 8)) {
                product.step(input, h1, c1);
                other.step(input, h2, c2);
                assertThat(h2).as("%s %s", form, kind).containsExactly(h1, within(1e-5f));
            }
        }
    }
}
