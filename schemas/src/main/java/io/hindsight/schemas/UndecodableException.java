package io.hindsight.schemas;

import java.io.IOException;

/**
 * Bytes that are not a record of the expected kind. It names the field, the rule and what was
 * found, as a {@link DeadLetter} wants them. It carries no stack trace: it is an answer about data,
 * and a flood of bad records must stay cheap.
 */
public final class UndecodableException extends IOException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_FOUND = 100;

    private final String field;
    private final Rule rule;
    private final String found;

    UndecodableException(String field, Rule rule, String found) {
        super(field + " must keep the rule " + rule.word() + ": found=" + shorten(found));
        this.field = field;
        this.rule = rule;
        this.found = shorten(found);
    }

    private static String shorten(String found) {
        return found.length() <= LONGEST_FOUND
                ? found
                : found.substring(0, LONGEST_FOUND) + "… (" + found.length() + " characters)";
    }

    /** The field at fault, a nested one behind a dot; {@code header} or {@code body} for all. */
    public String field() {
        return field;
    }

    /** The rule that was broken. */
    public Rule rule() {
        return rule;
    }

    /** What broke the rule, as text, shortened. */
    public String found() {
        return found;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    /** What bytes must keep to in order to be a record. */
    public enum Rule {
        /** At least the ten bytes of the header are there. */
        HEADER_LENGTH("header-length"),
        /** The first two bytes are C3 01. */
        MARKER("marker"),
        /** The fingerprint is one of a schema that is known for this record. */
        KNOWN_SCHEMA("known-schema"),
        /** No field reaches past the end. */
        COMPLETE("complete"),
        /** Nothing stands behind the last field. */
        NO_TRAILING_BYTES("no-trailing-bytes"),
        /** A length or count is not negative and not more than the bytes that are left. */
        LENGTH("length"),
        /** A number has no more bytes than its type allows. */
        NUMBER("number"),
        /** The branch of a union, or the symbol of an enumeration, exists. */
        BRANCH("branch"),
        /** Text is UTF-8. */
        UTF_8("utf-8"),
        /** A word is one of those that the schema names. */
        KNOWN_WORD("known-word"),
        /** Another version's value has a place in this version's schema. */
        RESOLVABLE("resolvable");

        private final String word;

        Rule(String word) {
            this.word = word;
        }

        /** The stable word for logs and dead letters. */
        public String word() {
            return word;
        }
    }
}
