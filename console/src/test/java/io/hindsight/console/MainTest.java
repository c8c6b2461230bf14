package io.hindsight.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void tellsTheFaultOfTheInputInOneLineAndExitsWithTwo() {
        int code = run(Map.of(), new NoSuchFileException("/data/a.csv"), "fail");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString().lines()).containsExactly("hindsight: no such file: /data/a.csv");
    }

    @Test
    void tellsAFailedRunInOneLineAndExitsWithOne() {
        int code = run(Map.of(), new IllegalStateException("it broke\n  in two"), "fail");

        assertThat(code).isEqualTo(1);
        assertThat(err.toString().lines()).containsExactly("hindsight: it broke | in two");
    }

    @Test
    void tellsThatMemoryRanOutInOneLineThatSaysWhatToDo() {
        int code = run(Map.of(), new OutOfMemoryError("Java heap space"), "fail");

        assertThat(code).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "hindsight: out of memory (Java heap space): give Java more, as by"
                                + " HINDSIGHT_JAVA_OPTS=-Xmx4g, or read fewer slots, by a longer"
                                + " --interval");
    }

    @Test
    void tellsAWrongOptionInOneLineThatPointsToTheHelp() {
        int code = run(Map.of(), null, "topics", "--bootstap", "x");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString())
                .startsWith("hindsight: ")
                .contains("--bootstrap")
                .contains("(see hindsight topics --help)");
    }

    @Test
    void asksForACommandWhenThereIsNone() {
        assertThat(run(Map.of(), null)).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines(
                        "hindsight: a command is missing (see hindsight --help)");
    }

    @Test
    void printsTheStackTraceForThoseWhoAskForIt() {
        assertThat(run(Map.of("HINDSIGHT_TRACE", "1"), new IllegalStateException("x"), "fail"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("\tat ");

        err.getBuffer().setLength(0);
        run(Map.of(), new IllegalStateException("x"), "fail", "--verbose");
        assertThat(err.toString()).contains("\tat ");
    }

    @Test
    void helpsOnEveryCommand() {
        assertThat(run(Map.of(), null, "--help")).isZero();
        assertThat(out.toString()).contains("topics").contains("Exit codes:");
        for (String name : Main.commandLine(Map.of()).getSubcommands().keySet()) {
            out.getBuffer().setLength(0);
            assertThat(run(Map.of(), null, name, "--help")).isZero();
            assertThat(out.toString()).contains("hindsight " + name);
        }
    }

    private int run(Map<String, String> environment, Throwable fault, String... arguments) {
        CommandLine line = Main.commandLine(environment);
        if (fault != null) {
            CommandLine failing = new CommandLine(new Failing(fault));
            failing.setExecutionExceptionHandler(line.getExecutionExceptionHandler());
            line.addSubcommand("fail", failing);
        }
        return line.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Command(name = "fail")
    private static final class Failing implements Callable<Integer> {
        private final Throwable fault;

        Failing(Throwable fault) {
            this.fault = fault;
        }

        @Override
        public Integer call() throws Exception {
            if (fault instanceof Error error) {
                throw error;
            }
            throw (Exception) fault;
        }
    }
}
