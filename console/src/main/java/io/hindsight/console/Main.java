package io.hindsight.console;

import io.hindsight.console.command.RootCommand;
import io.hindsight.console.fault.FaultHandler;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Where the launcher starts the JVM. */
public final class Main {
    /** The environment variable that asks for stack traces when it is 1. */
    static final String TRACE_VARIABLE = "HINDSIGHT_TRACE";

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine(System.getenv()).execute(arguments));
    }

    /**
     * The command line with its fault handling, apart from the process's exit so that it can be
     * tested.
     */
    static CommandLine commandLine(Map<String, String> environment) {
        RootCommand root = new RootCommand();
        FaultHandler faults =
                new FaultHandler(
                        () -> root.verbose() || "1".equals(environment.get(TRACE_VARIABLE)));
        return new CommandLine(root)
                .registerConverter(Duration.class, Main::duration)
                .setExecutionStrategy(faults::run)
                .setExecutionExceptionHandler(faults)
                .setParameterExceptionHandler(faults)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException(
                    "must be an ISO-8601 duration such as PT1H: '" + text + "'");
        }
    }
}
