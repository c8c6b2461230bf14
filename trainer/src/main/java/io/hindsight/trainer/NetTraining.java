package io.hindsight.trainer;

import io.hindsight.model.student.StudentSpec;
import io.hindsight.trainer.nets.Parameter;
import io.hindsight.trainer.nets.Parameters;
import io.hindsight.trainer.nets.StudentNet;
import io.hindsight.trainer.nets.TwoWayNet;
import io.hindsight.trainer.train.Checkpoints;
import io.hindsight.trainer.train.Frozen;
import io.hindsight.trainer.train.LaneOptions;
import io.hindsight.trainer.train.LaneSource;
import io.hindsight.trainer.train.Loop;
import io.hindsight.trainer.train.LoopRunner;
import io.hindsight.trainer.train.LoopState;
import io.hindsight.trainer.train.Objective;
import io.hindsight.trainer.train.Progress;
import io.hindsight.trainer.train.StudentShard;
import io.hindsight.trainer.train.TwoWayShard;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Trains single nets by a training's options, on its training and validation parts. */
final class NetTraining {
    private final TrainingOptions options;
    private final LaneOptions lanes;
    private final LaneSource training;
    private final LaneSource validation;
    private final LoopRunner loops;

    NetTraining(
            TrainingOptions options,
            LaneOptions lanes,
            LaneSource training,
            LaneSource validation,
            Progress progress,
            Checkpoints checkpoints) {
        this.options = options;
        this.lanes = lanes;
        this.training = training;
        this.validation = validation;
        this.loops = new LoopRunner(lanes.shards(), progress, checkpoints);
    }

    /** A coupled teacher, which sees what follows; its parameters are the caller's to close. */
    Loop.Outcome teacher(Frozen frozen, Parameters parameters) {
        return twoWay("teacher", options.teacherEpochs(), frozen, parameters, true);
    }

    /** What turns the two filters and the student's states into corrections of a closed gap. */
    Loop.Outcome reviser(Frozen frozen, Parameters parameters) {
        return twoWay("reviser", options.reviserEpochs(), frozen, parameters, false);
    }

    Parameters newTwoWay(StudentSpec spec, boolean coupled) {
        return TwoWayNet.newParameters(spec, options.backwardSize(), coupled, options.seed());
    }

    private Loop.Outcome twoWay(
            String network, int epochs, Frozen frozen, Parameters parameters, boolean coupled) {
        return loops.run(
                network,
                options.loopOptions(epochs),
                name -> true,
                shard ->
                        new TwoWayShard(
                                frozen,
                                parameters.share(),
                                training,
                                validation,
                                lanes,
                                coupled,
                                shard));
    }

    /**
     * A student, or some epochs of it.
     *
     * @param network its name
     * @param teacher whose beliefs and states the objective may weigh
     * @param from where it goes on from
     * @param untilEpoch where it halts, of all the epochs of the options
     */
    LoopState student(
            String network,
            Frozen frozen,
            Parameters parameters,
            Optional<Parameters> teacher,
            Objective objective,
            Optional<LoopState> from,
            int untilEpoch) {
        return loops.run(
                network,
                options.loopOptions(options.epochs()),
                shard ->
                        new StudentShard(
                                frozen,
                                parameters.share(),
                                teacher,
                                training,
                                validation,
                                lanes,
                                objective,
                                shard),
                from,
                untilEpoch);
    }

    Parameters newStudent(StudentSpec spec, boolean taught) {
        return taught
                ? StudentNet.newParameters(spec, options.backwardSize(), options.seed())
                : StudentNet.newParameters(spec, options.seed());
    }

    LaneOptions lanes() {
        return lanes;
    }

    /** What of some parameters belongs into a bundle, row-major. */
    static Map<String, float[]> tensors(Parameters parameters) {
        Map<String, float[]> tensors = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            if (StudentNet.isOwn(parameter.name())) {
                tensors.put(parameter.name(), parameter.rowMajor());
            }
        }
        return tensors;
    }
}
