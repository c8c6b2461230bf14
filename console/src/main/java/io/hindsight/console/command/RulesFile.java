package io.hindsight.console.command;

import io.hindsight.console.fault.UserFaultException;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.suppress.Rule;
import io.hindsight.model.suppress.SuppressionFile;
import io.hindsight.model.suppress.SuppressionFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** Rules of what is to be ignored that somebody names by their file. */
final class RulesFile {
    private RulesFile() {}

    /**
     * @throws UserFaultException if the file holds none
     */
    static List<Rule> read(Path file) throws IOException {
        try {
            return SuppressionFile.read(Files.readString(file));
        } catch (SuppressionFileException e) {
            throw new UserFaultException(file + ": " + e.getMessage(), e);
        }
    }

    /** Names of the channels that a model scores. */
    static List<String> scored(Bundle bundle) {
        return bundle.spec().channels().subList(0, bundle.spec().answeredCount());
    }

    /** The rules that ignore nothing, since there is no channel of their name. */
    static List<Rule.OfChannel> idle(List<Rule> rules, Collection<String> channels) {
        return rules.stream()
                .filter(Rule.OfChannel.class::isInstance)
                .map(Rule.OfChannel.class::cast)
                .filter(rule -> !channels.contains(rule.channel()))
                .toList();
    }
}
