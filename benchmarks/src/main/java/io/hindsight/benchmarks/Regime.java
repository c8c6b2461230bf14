package io.hindsight.benchmarks;

import io.hindsight.trainer.TrainingOptionsBuilder;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.judge.HiddenCells;
import java.util.Locale;

/** The circumstances of a training: how much of the truth it knows. */
enum Regime {
    /** The recording as it is. */
    CLEAN("as it is"),

    /** A student with a third of the units. */
    SMALL("student of 16 units") {
        @Override
        void adjust(TrainingOptionsBuilder options) {
            options.hiddenSize(16);
        }
    },

    /** Half of all cells are missing. */
    HOLES("50 % missing") {
        @Override
        DataSet data(RegimeData made) {
            return made.withHoles(0.5);
        }

        @Override
        DataSet judged(RegimeData made, DataSet training, HiddenCells mask) {
            return made.withTruth(training, mask);
        }
    },

    /** A tenth of the training part. */
    LITTLE("last 10 % of training", 0.1),

    /** A twentieth of the training part. */
    LEAST("last 5 % of training", 0.05),

    /** Spikes and stuck stretches. */
    FAULTS("2 % spikes and stuck") {
        @Override
        DataSet data(RegimeData made) {
            return made.withFaults(0.02);
        }
    };

    private final String words;
    private final double last;

    Regime(String words) {
        this(words, 1);
    }

    /**
     * @param last share of the training part that there is
     */
    Regime(String words, double last) {
        this.words = words;
        this.last = last;
    }

    /** For people. */
    String words() {
        return words;
    }

    /** The name in options. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException if none has this label
     */
    static Regime of(String label) {
        for (Regime regime : values()) {
            if (regime.label().equals(label)) {
                return regime;
            }
        }
        throw new IllegalArgumentException(
                "a regime must be clean, small, holes, little, least or faults: '" + label + "'");
    }

    /** What a model is trained on. */
    DataSet data(RegimeData made) {
        return last < 1 ? made.withLast(last) : made.full();
    }

    /**
     * What such a model is judged on.
     *
     * @param training what it was trained on
     * @param mask the cells that are judged
     */
    DataSet judged(RegimeData made, DataSet training, HiddenCells mask) {
        return last < 1 ? training : made.full();
    }

    void adjust(TrainingOptionsBuilder options) {}
}
