package io.hindsight.model.suppress;

/** A text that is no file of rules, and why. */
public final class SuppressionFileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String rule;
    private final String found;

    SuppressionFileException(String field, String rule, String found) {
        super(field + " " + rule + ": " + found);
        this.field = field;
        this.rule = rule;
        this.found = found;
    }

    /** Which field is at fault: {@code rules[2].bound}. */
    public String field() {
        return field;
    }

    /** What it must be. */
    public String rule() {
        return rule;
    }

    /** What it is. */
    public String found() {
        return found;
    }
}
