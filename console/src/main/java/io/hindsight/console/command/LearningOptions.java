package io.hindsight.console.command;

import io.hindsight.console.fault.UserFaultException;
import io.hindsight.model.anchor.AnchorKind;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.trainer.AskedBounds;
import io.hindsight.trainer.SiteTraining;
import io.hindsight.trainer.TrainingOptions;
import io.hindsight.trainer.TrainingOptionsBuilder;
import io.hindsight.trainer.loss.CellLoss;
import java.time.DateTimeException;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How to learn from a recording: what is not told keeps the trainer's default. */
final class LearningOptions {
    @Option(names = "--seed", paramLabel = "N", description = "Same seed, same weights (1).")
    private Long seed;

    @Option(names = "--cell", paramLabel = "lstm|gru", description = "Recurrent cell (lstm).")
    private String cell;

    @Option(names = "--hidden", paramLabel = "N", description = "Units of the student (48).")
    private Integer hidden;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description =
                    "At most so many; a teacher takes a third of them, a reviser half (24; with"
                            + " --from 8).")
    private Integer epochs;

    @Option(
            names = "--anchor",
            paramLabel = "none|seasonal|filter|decay",
            description = "What the student corrects (filter; decay with --irregular).")
    private String anchor;

    @Option(
            names = "--loss",
            paramLabel = "LOSS",
            description =
                    "The student's, of a cell: mse, mae, gaussian, laplace or student_t"
                            + " (student_t); teacher and reviser always have student_t.")
    private String loss;

    @Option(
            names = "--season",
            paramLabel = "DURATION|none",
            description = "Period of the anchor's profiles, as PT24H (default: from the data).")
    private String season;

    @Option(
            names = "--bounds",
            paramLabel = "CH=LOW..HIGH,…",
            description =
                    "What no answer goes beyond, as RAIN=0..,HUM=0..100; 'proposed' takes what the"
                            + " data suggests (default: none).")
    private String bounds;

    @Option(
            names = "--context",
            description = "Give each sensor the mean and the number of its group's other sensors.")
    private boolean context;

    @Option(
            names = "--teacher-epochs",
            paramLabel = "N",
            description = "At most so many of the teacher, 0 for no teacher (a third of --epochs).")
    private Integer teacherEpochs;

    @Option(names = "--threads", paramLabel = "N", description = "Changes no result (2).")
    private Integer threads;

    /**
     * For a model from the beginning.
     *
     * @param irregular whether its sensors have no slots, and so no filter
     */
    TrainingOptions all(boolean irregular) {
        TrainingOptions defaults = TrainingOptions.defaults();
        AnchorKind usual = irregular ? AnchorKind.DECAY : defaults.anchor();
        int all = epochs == null ? defaults.epochs() : epochs;
        TrainingOptionsBuilder options =
                TrainingOptions.builder()
                        .cell(cell == null ? defaults.cell() : CellKind.of(cell))
                        .hiddenSize(hidden == null ? defaults.hiddenSize() : hidden)
                        .epochs(all)
                        .reviserEpochs((all + 1) / 2)
                        .seed(seed == null ? defaults.seed() : seed)
                        .threads(threads == null ? defaults.threads() : threads)
                        .teacherEpochs(teacherEpochs == null ? (all + 2) / 3 : teacherEpochs)
                        .anchor(anchor == null ? usual : AnchorKind.of(anchor))
                        .loss(loss == null ? defaults.loss() : CellLoss.of(loss))
                        .bounds(bounds == null ? defaults.bounds() : AskedBounds.parse(bounds))
                        .context(context);
        if (season != null) {
            options.season(asked(season));
        }
        return options.build();
    }

    private static Duration asked(String text) {
        try {
            return text.equals("none") ? Duration.ZERO : Duration.parse(text);
        } catch (DateTimeException e) {
            throw new UserFaultException(
                    "--season must be none or a duration, ISO-8601 as PT24H: '" + text + "'", e);
        }
    }

    /** For a group's model at a new site. */
    TrainingOptions ofSite() {
        TrainingOptionsBuilder options = SiteTraining.builder();
        if (epochs != null) {
            options.epochs(epochs);
        }
        if (seed != null) {
            options.seed(seed);
        }
        if (threads != null) {
            options.threads(threads);
        }
        if (loss != null) {
            options.loss(CellLoss.of(loss));
        }
        return options.build();
    }
}
