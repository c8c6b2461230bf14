package io.hindsight.benchmarks;

import io.hindsight.console.local.LocalBroker;
import io.hindsight.console.local.LocalFlink;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.BundleCodec;
import io.hindsight.trainer.data.SensorSeries;
import io.hindsight.trainer.judge.Judge;
import io.hindsight.trainer.judge.JudgedCells;
import io.hindsight.trainer.judge.Judgement;
import io.hindsight.trainer.judge.MethodFigures;
import io.hindsight.trainer.judge.MethodName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether the job imputes what {@code evaluate} says of the model: a recording goes through a Kafka
 * broker, in a process of its own, and through the job, with a mask's cells as holes; what comes
 * back is judged beside the trainer's own run of the step, at once and revised. Fails unless every
 * cell has come back, with the same bits.
 */
public final class ImputationThroughKafka {
    private final StreamedArguments arguments;
    private final byte[] bytes;
    private final Bundle bundle;

    private ImputationThroughKafka(StreamedArguments arguments) throws Exception {
        this.arguments = arguments;
        this.bytes = Files.readAllBytes(arguments.bundle());
        this.bundle = BundleCodec.read(bytes);
    }

    public static void main(String[] args) throws Exception {
        Optional<StreamedArguments> arguments = StreamedArguments.of(args);
        if (arguments.isEmpty()) {
            System.err.println(StreamedArguments.USAGE);
            System.exit(2);
        }
        ImputationThroughKafka question = new ImputationThroughKafka(arguments.get());
        if (!question.bundle.spec().isRegular()) {
            System.err.println("the bundle must be of regular sensors: masks count slots");
            System.exit(2);
        }
        System.exit(question.run() ? 0 : 1);
    }

    private boolean run() {
        System.out.printf(
                "%-24s %-8s %9s %18s %18s %10s%n",
                "mask", "method", "cells", "job, MAE / MSE", "evaluate", "difference");
        boolean same = true;
        try (LocalBroker broker = LocalBroker.start();
                LocalFlink flink = LocalFlink.start(1, StreamedJob.PARALLELISM)) {
            for (Path mask : arguments.masks()) {
                MaskedRecording recording =
                        MaskedRecording.read(
                                bundle, arguments.recording(), arguments.columns(), mask);
                StreamedAnswers answers = new StreamedAnswers(recording);
                String name = "mask-" + arguments.masks().indexOf(mask);
                stream(broker, flink, name, recording, answers);
                same &= compare(mask, recording, answers);
            }
        }
        return same;
    }

    private void stream(
            LocalBroker broker,
            LocalFlink flink,
            String name,
            MaskedRecording recording,
            StreamedAnswers answers) {
        List<String> sensors =
                recording.data().series().stream().map(SensorSeries::sensor).toList();
        boolean inContext = bundle.context().isPresent();
        try (StreamedJob job =
                new StreamedJob(broker.bootstrap(), flink, name, sensors, inContext)) {
            job.publish(bytes);
            new RecordedStream(job, recording, answers).run();
        }
    }

    private boolean compare(Path mask, MaskedRecording recording, StreamedAnswers answers) {
        StreamedErrors atOnce = new StreamedErrors(bundle.normaliser());
        StreamedErrors last = new StreamedErrors(bundle.normaliser());
        JudgedCells.forEach(
                bundle,
                recording.data(),
                recording.hidden(),
                (k, t, d, truth, causal, revised) -> {
                    atOnce.add(d, truth, answers.atOnce(k, t, d), causal);
                    last.add(d, truth, answers.last(k, t, d), revised);
                });
        Judgement judged = Judge.judge(bundle, recording.data(), recording.hidden());
        String name = String.valueOf(mask.getFileName());
        boolean same = print(name, "causal", atOnce, judged.causal());
        Optional<MethodFigures> revised = judged.of(MethodName.REVISED);
        if (revised.isPresent()) {
            same &= print(name, "revised", last, revised.get());
        }
        return same && answers.doubled() == 0;
    }

    private static boolean print(
            String mask, String method, StreamedErrors job, MethodFigures evaluated) {
        System.out.printf(
                Locale.ROOT,
                "%-24s %-8s %,9d   %.6f/%.6f   %.6f/%.6f %10.1e%n",
                mask,
                method,
                job.cells(),
                job.mae(),
                job.mse(),
                evaluated.z().mae(),
                evaluated.z().mse(),
                job.largestDifference());
        if (job.missing() > 0 || job.cells() != evaluated.z().count()) {
            System.out.printf(
                    Locale.ROOT,
                    "%-24s %-8s %,d cells did not come back; evaluate has %,d%n",
                    mask,
                    method,
                    job.missing(),
                    evaluated.z().count());
        }
        return job.isThatOf(evaluated.z());
    }
}
