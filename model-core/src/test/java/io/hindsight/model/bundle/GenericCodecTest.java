package io.hindsight.model.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindsight.model.fixtures.GenericTensors;
import io.hindsight.model.generic.GenericWeights;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GenericCodecTest {
    private static final int HIDDEN = 5;

    @Test
    void readsWhatItWrote() throws BundleException {
        GenericWeights weights = weights();
        GenericWeights read = GenericCodec.read(GenericCodec.write(weights));

        assertThat(read.hiddenSize()).isEqualTo(HIDDEN);
        for (String name : GenericWeights.shapes(HIDDEN).keySet()) {
            assertThat(read.tensor(name)).as(name).containsExactly(weights.tensor(name));
        }
        assertThat(GenericCodec.write(read)).containsExactly(GenericCodec.write(weights));
    }

    @Test
    void keepsWhatMadeItAndNothingElseOfThat() throws BundleException {
        Map<String, String> origin = Map.of("seed", "7", "command", "made up");
        byte[] file = GenericCodec.write(weights(), origin);

        assertThat(GenericCodec.origin(file)).isEqualTo(origin);
        assertThat(GenericCodec.origin(GenericCodec.write(weights()))).isEmpty();
        assertThat(GenericCodec.write(GenericCodec.read(file)))
                .containsExactly(GenericCodec.write(weights()));
    }

    @Test
    void refusesDamagedBytesWithItsOwnExceptionAlone() {
        byte[] file = GenericCodec.write(weights());
        SplittableRandom random = new SplittableRandom(3);
        for (int k = 0; k < 300; k++) {
            byte[] damaged = file.clone();
            int at = random.nextInt(damaged.length);
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> GenericCodec.read(damaged))
                    .as("byte %d", at)
                    .isInstanceOf(BundleException.class);
        }
    }

    @Test
    void isNoBundleOfAGroup() {
        assertThatThrownBy(() -> BundleCodec.read(GenericCodec.write(weights())))
                .isInstanceOf(BundleException.class);
    }

    @Test
    void wantsTheTensorsThatFollowFromItsSize() {
        assertThatThrownBy(() -> new GenericWeights(HIDDEN, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weight_ih_l0 must have");
    }

    private static GenericWeights weights() {
        return new GenericWeights(HIDDEN, GenericTensors.random(HIDDEN, 1, 1));
    }
}
