package io.hindsight.console.command;

import io.hindsight.console.compare.ShadowComparison;
import io.hindsight.console.compare.ShadowJoin;
import io.hindsight.console.fault.UserFaultException;
import io.hindsight.console.kafka.TopicReader;
import io.hindsight.console.publish.GroupRecords;
import io.hindsight.model.bundle.BundleCodec;
import io.hindsight.model.bundle.BundleException;
import io.hindsight.schemas.ModelRelease;
import io.hindsight.schemas.Result;
import io.hindsight.schemas.Wires;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hindsight models compare}: the active model beside its shadow, on the same readings. */
@Command(
        name = "compare",
        description = "Compare what the active version and its shadow said of the same readings.")
final class CompareCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private GroupOptions group;

    @Option(
            names = "--results-topic",
            paramLabel = "TOPIC",
            defaultValue = "hindsight.results",
            description = "Results of the active version (default: ${DEFAULT-VALUE}).")
    private String resultsTopic;

    @Option(
            names = "--shadow-topic",
            paramLabel = "TOPIC",
            defaultValue = "hindsight.shadow",
            description = "Results of the shadow (default: ${DEFAULT-VALUE}).")
    private String shadowTopic;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Event time of the first reading, ISO-8601 (default: all).")
    private Instant from;

    @Option(
            names = "--alarm-score",
            paramLabel = "S",
            defaultValue = "5",
            description = "Score from which a reading counts as an alarm (default: 5).")
    private float alarmScore;

    @Override
    public Integer call() {
        GroupRecords records = group.records();
        ShadowJoin join =
                new ShadowJoin(group.group(), from == null ? Long.MIN_VALUE : from.toEpochMilli());
        read(shadowTopic, join::addShadow);
        read(resultsTopic, join::addActive);
        Collection<ShadowComparison> comparisons = join.compare(alarmScore);
        if (comparisons.isEmpty()) {
            throw new UserFaultException(
                    "%s and %s have no reading of %s in common: is there a shadow?"
                            .formatted(resultsTopic, shadowTopic, group.group()));
        }
        for (ShadowComparison comparison : comparisons) {
            ShadowTable.print(
                    comparison,
                    names(records, comparison.activeVersion()),
                    alarmScore,
                    spec.commandLine().getOut());
        }
        return 0;
    }

    private void read(String topic, Consumer<Result> receiver) {
        try (TopicReader<Result> reader =
                new TopicReader<>(group.bootstrap(), topic, Wires.RESULT, record -> {})) {
            reader.readToEnd(receiver);
        }
    }

    /** Results do not name their channels, the bundle does; without it they have numbers. */
    private static List<String> names(GroupRecords records, long version) {
        ModelRelease release = records.releases().get(version);
        if (release == null) {
            return List.of();
        }
        try {
            return BundleCodec.read(release.bundle()).spec().channels();
        } catch (BundleException e) {
            return List.of();
        }
    }
}
