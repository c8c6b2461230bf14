package io.hindsight.job.context;

import io.hindsight.model.context.ContextSpec;
import java.util.Optional;

/** Which groups have a context, and on which slots. */
@FunctionalInterface
public interface ContextRules {
    /** The context that a group's model wants which acts at an event time, if it wants one. */
    Optional<ContextSpec> at(String group, long eventTimeMillis);
}
