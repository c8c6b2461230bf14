package io.hindsight.console.fault;

import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Prints {@code hindsight: <message>} on standard error and returns the exit code. The stack trace
 * follows only for those who asked for it.
 */
public final class FaultHandler implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private final BooleanSupplier wantsTrace;

    public FaultHandler(BooleanSupplier wantsTrace) {
        this.wantsTrace = wantsTrace;
    }

    /** Runs the command; for those faults too that picocli hands to no handler. */
    public int run(ParseResult parsed) {
        try {
            return new CommandLine.RunLast().execute(parsed);
        } catch (OutOfMemoryError fault) {
            return tell(fault, parsed.commandSpec().commandLine());
        }
    }

    @Override
    public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) {
        return tell(fault, command);
    }

    private int tell(Throwable fault, CommandLine command) {
        FaultLine line = FaultLine.of(fault);
        print(command, line.message());
        if (wantsTrace.getAsBoolean()) {
            fault.printStackTrace(command.getErr());
            command.getErr().flush();
        }
        return line.exitCode();
    }

    @Override
    public int handleParseException(ParameterException fault, String[] arguments) {
        CommandLine command = fault.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        print(command, FaultLine.of(fault).message() + " (see " + name + " --help)");
        return ExitCodes.USER_FAULT;
    }

    private static void print(CommandLine command, String message) {
        command.getErr().println("hindsight: " + message);
        command.getErr().flush();
    }
}
