package io.hindsight.console.command;

import io.hindsight.console.fault.UserFaultException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that make no sense beside another one, by the reason. */
final class Exclusions {
    private final String option;
    private final Map<String, Set<String>> byReason;

    /**
     * @param option what they do not go with
     * @param byReason long names, by what the option does that leaves them without a meaning
     */
    Exclusions(String option, Map<String, Set<String>> byReason) {
        this.option = option;
        this.byReason = new TreeMap<>(byReason);
    }

    /**
     * @throws UserFaultException if one of them is given, naming all that are
     */
    void check(CommandSpec spec) {
        List<String> given =
                spec.commandLine().getParseResult().matchedOptions().stream()
                        .map(OptionSpec::longestName)
                        .toList();
        List<String> faults = new ArrayList<>();
        byReason.forEach(
                (reason, options) -> {
                    List<String> wrong = given.stream().filter(options::contains).toList();
                    if (!wrong.isEmpty()) {
                        faults.add(
                                option + " " + reason + ": leave out " + String.join(", ", wrong));
                    }
                });
        if (!faults.isEmpty()) {
            throw new UserFaultException(String.join("; ", faults));
        }
    }
}
