package io.hindsight.job.models;

import io.hindsight.schemas.DeadLetter.Fault;

/** A release that must not act, and why. */
public final class RefusedReleaseException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    RefusedReleaseException(String field, String rule, String found) {
        super(field + " " + rule + ": " + found);
        this.fault = new Fault(Fault.BAD_MODEL, field, rule, found);
    }

    public Fault fault() {
        return fault;
    }
}
