package io.hindsight.console.command;

import io.hindsight.console.publish.ModelLine;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code hindsight models}: what a group's models do, and how that is changed. */
@Command(
        name = "models",
        description = "List a group's models, or order what they do.",
        subcommands = {
            OrderCommands.Activate.class,
            OrderCommands.Shadow.class,
            OrderCommands.Rollback.class,
            OrderCommands.Withdraw.class,
            CompareCommand.class
        })
final class ModelsCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private GroupOptions group;

    @Override
    public Integer call() {
        ModelsTable.print(
                group.group(),
                ModelLine.of(group.records(), Clock.systemUTC().millis()),
                spec.commandLine().getOut());
        return 0;
    }
}
