package io.hindsight.trainer.report;

import io.hindsight.trainer.Recordings;
import io.hindsight.trainer.Trained;
import io.hindsight.trainer.Training;
import io.hindsight.trainer.TrainingOptions;
import io.hindsight.trainer.compare.Comparison;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.Split;
import io.hindsight.trainer.data.season.Seasons;
import io.hindsight.trainer.train.Hiding;
import io.hindsight.trainer.train.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A small training, told in full, and parts of it left out. */
final class Reports {
    static final String EVIL = "<script>alert('x')</script>";
    static final String AMPERSAND = "a & \"b\"";
    static final DataSet DATA = data();
    static final Split SPLIT = Split.chronological(DATA);
    static final TrainingOptions OPTIONS =
            TrainingOptions.builder()
                    .hiddenSize(4)
                    .backwardSize(4)
                    .epochs(2)
                    .reviserEpochs(1)
                    .updatesPerEpoch(3)
                    .teacherEpochs(0)
                    .lanes(8)
                    .threads(1)
                    .build();
    static final List<Progress.Epoch> EPOCHS = new ArrayList<>();
    static final Trained TRAINED = Training.train(DATA, SPLIT, OPTIONS, EPOCHS::add);

    private Reports() {}

    private static DataSet data() {
        DataSet waves = Recordings.waves(2, 900, 3, 0.05, 11);
        return new DataSet(
                List.of(EVIL, AMPERSAND, "level"), waves.intervalMillis(), waves.series());
    }

    static ReportContents plain() {
        return ReportContents.of(
                List.of(Path.of("plant/<b>.csv")),
                DATA,
                SPLIT,
                Seasons.find(DATA, SPLIT),
                OPTIONS,
                TRAINED,
                EPOCHS);
    }

    static ReportContents full() {
        return with(comparison(0.25, 0.2));
    }

    /** With something taken out of the data, and this comparison. */
    static ReportContents with(Comparison comparison) {
        ReportContents plain = plain();
        return new ReportContents(
                plain.files(),
                plain.data(),
                plain.split(),
                plain.options(),
                plain.test(),
                plain.epochs(),
                plain.gaps(),
                Optional.of(comparison),
                plain.seasons(),
                plain.bounds(),
                List.of("3 spikes of level"),
                plain.holes(),
                plain.parameters(),
                plain.seconds(),
                plain.notes());
    }

    static Comparison comparison(double taught, double teacher) {
        return new Comparison(
                List.of(
                        new Comparison.Row(
                                EVIL, Hiding.Kind.CELLS, 10, 0.4, 0.3, taught, 0.28, teacher),
                        new Comparison.Row(
                                "level",
                                Hiding.Kind.GAPS,
                                30,
                                0.4,
                                0.3,
                                taught,
                                Double.NaN,
                                teacher)),
                taught < 0.3,
                List.of("The teacher knows <more>."));
    }

    /** The data alone. */
    static ReportContents bare() {
        ReportContents plain = plain();
        return new ReportContents(
                plain.files(),
                plain.data(),
                plain.split(),
                plain.options(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                plain.holes(),
                plain.parameters(),
                12.3,
                List.of());
    }
}
