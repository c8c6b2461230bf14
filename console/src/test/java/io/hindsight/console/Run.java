package io.hindsight.console;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/** A command that was run in this process: its exit code and what it printed. */
record Run(int code, String out, String err) {
    static Run of(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code =
                Main.commandLine(Map.of())
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true))
                        .execute(
                                List.of(arguments).stream()
                                        .map(Object::toString)
                                        .toArray(String[]::new));
        return new Run(code, out.toString(), err.toString());
    }

    List<String> faults() {
        return err.lines().toList();
    }
}
