package io.hindsight.console.command;

import io.hindsight.console.fault.UserFaultException;
import io.hindsight.console.publish.GroupRecords;
import io.hindsight.console.publish.OrderPlan;
import io.hindsight.console.publish.OrderPlans;
import io.hindsight.console.publish.ReleasePublisher;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The subcommands of {@code models} that order something: each says what will happen. */
final class OrderCommands {
    private OrderCommands() {}

    /** What all of them share: read the topic, make a plan, give the order, tell. */
    abstract static class Ordering implements Callable<Integer> {
        @Spec private CommandSpec spec;
        @Mixin private GroupOptions group;

        @Option(
                names = "--from",
                paramLabel = "TIME",
                description = "Event time from which it acts, ISO-8601 (default: at once).")
        private Instant from;

        abstract OrderPlan plan(OrderPlans plans);

        @Override
        public Integer call() {
            GroupRecords records = group.records();
            OrderPlan plan;
            try {
                plan = plan(new OrderPlans(records, GroupOptions.time(from)));
            } catch (IllegalArgumentException e) {
                throw new UserFaultException(e.getMessage(), e);
            }
            new ReleasePublisher(group.bootstrap(), group.modelsTopic(), Clock.systemUTC())
                    .order(records, plan.kind(), plan.version(), plan.fromMillis());
            spec.commandLine().getOut().println(plan.sentence());
            return 0;
        }
    }

    /** Those whose {@code --version} is the model's: picocli adds them no help of its own. */
    abstract static class OrderingVersion extends Ordering {
        @Option(
                names = {"-h", "--help"},
                usageHelp = true,
                description = "Show this help message and exit.")
        void help(boolean asked) {}
    }

    /** {@code hindsight models activate}. */
    @Command(name = "activate", description = "Let a version be the active one.")
    static final class Activate extends OrderingVersion {
        @Option(names = "--version", required = true, paramLabel = "N", description = "Which one.")
        private long version;

        @Override
        OrderPlan plan(OrderPlans plans) {
            return plans.activate(version);
        }
    }

    /** {@code hindsight models shadow}. */
    @Command(
            name = "shadow",
            description = "Let a version run beside the active one, to be compared.")
    static final class Shadow extends OrderingVersion {
        @ArgGroup(multiplicity = "1")
        private Which which;

        /** A version, or none. */
        static final class Which {
            @Option(names = "--version", paramLabel = "N", description = "Which one.")
            private long version;

            @Option(names = "--none", description = "No shadow any more.")
            private boolean none;
        }

        @Override
        OrderPlan plan(OrderPlans plans) {
            return which.none ? plans.noShadow() : plans.shadow(which.version);
        }
    }

    /** {@code hindsight models rollback}. */
    @Command(
            name = "rollback",
            description = "Go back to the version that was active before the last one.")
    static final class Rollback extends Ordering {
        @Override
        OrderPlan plan(OrderPlans plans) {
            return plans.rollback();
        }
    }

    /** {@code hindsight models withdraw}. */
    @Command(name = "withdraw", description = "Let a version act no more.")
    static final class Withdraw extends OrderingVersion {
        @Option(names = "--version", required = true, paramLabel = "N", description = "Which one.")
        private long version;

        @Override
        OrderPlan plan(OrderPlans plans) {
            return plans.withdraw(version);
        }
    }
}
