package io.hindsight.console.command;

import io.hindsight.console.fault.UserFaultException;
import io.hindsight.console.publish.GroupRecords;
import io.hindsight.console.publish.ReleasePublisher;
import io.hindsight.console.publish.SuppressionLine;
import io.hindsight.model.bundle.BundleCodec;
import io.hindsight.model.bundle.BundleException;
import io.hindsight.model.suppress.Rule;
import io.hindsight.schemas.ModelRelease;
import io.hindsight.schemas.ModelSuppression;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hindsight suppress}: which deviations of a group raise no alarm. */
@Command(
        name = "suppress",
        description = "Say which deviations of a group's sensors raise no alarm, or show it.")
final class SuppressCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private GroupOptions group;

    @ArgGroup(multiplicity = "1")
    private What what;

    /** Rules to publish, or none. */
    static final class What {
        @ArgGroup(exclusive = false)
        private Wanted wanted;

        @Option(names = "--show", description = "Show what is ignored, and from when on.")
        private boolean show;
    }

    /** Rules to publish. */
    static final class Wanted {
        @Option(
                names = "--file",
                required = true,
                paramLabel = "FILE",
                description = "The rules, in the place of all before them.")
        private Path file;

        @Option(
                names = "--at",
                paramLabel = "TIME",
                description = "Event time from which they act, ISO-8601 (default: at once).")
        private Instant at;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (what.show) {
            SuppressionTable.print(group.group(), SuppressionLine.of(group.records()), out);
            return 0;
        }
        List<Rule> rules = RulesFile.read(what.wanted.file);
        GroupRecords records = group.records();
        ModelSuppression published = publish(records, rules);
        out.printf(
                "version %d of what is ignored of %s, %d rule%s, will act %s%n",
                published.editions().get(published.editions().size() - 1).version(),
                group.group(),
                rules.size(),
                rules.size() == 1 ? "" : "s",
                what.wanted.at == null ? "at once" : "from " + what.wanted.at + " on");
        warn(records, rules, out);
        return 0;
    }

    private ModelSuppression publish(GroupRecords records, List<Rule> rules) {
        try {
            return new ReleasePublisher(group.bootstrap(), group.modelsTopic(), Clock.systemUTC())
                    .suppress(records, rules, GroupOptions.time(what.wanted.at));
        } catch (IllegalArgumentException e) {
            throw new UserFaultException(e.getMessage(), e);
        }
    }

    /** A model with other channels may come, so that this is no fault. */
    private static void warn(GroupRecords records, List<Rule> rules, PrintWriter out) {
        Map.Entry<Long, ModelRelease> newest = records.releases().lastEntry();
        if (newest == null) {
            return;
        }
        try {
            List<String> channels = RulesFile.scored(BundleCodec.read(newest.getValue().bundle()));
            for (Rule.OfChannel idle : RulesFile.idle(rules, channels)) {
                out.printf(
                        "%s ignores nothing: version %d of %s scores no channel %s%n",
                        idle.name(), newest.getKey(), records.group(), idle.channel());
            }
        } catch (BundleException e) {
            out.println("its channels are not checked: " + e.getMessage());
        }
    }
}
