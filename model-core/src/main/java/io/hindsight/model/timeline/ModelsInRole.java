package io.hindsight.model.timeline;

import io.hindsight.model.sensor.GivenContext;
import io.hindsight.model.sensor.Model;
import io.hindsight.model.sensor.Models;
import io.hindsight.model.sensor.Sensor;
import io.hindsight.model.suppress.Suppressor;
import java.util.Optional;

/** A group's models as a timeline asks for them: those that answer, or those that are compared. */
public record ModelsInRole(Models models, Role role) implements Sensor.Acting {

    /** What a model's answers are for. */
    public enum Role {
        ACTIVE,
        SHADOW
    }

    @Override
    public Optional<Model> at(long eventTimeMillis) {
        return switch (role) {
            case ACTIVE -> models.activeAt(eventTimeMillis);
            case SHADOW -> models.shadowAt(eventTimeMillis);
        };
    }

    @Override
    public Optional<Model> ofVersion(long version) {
        return models.ofVersion(version);
    }

    /** A shadow has nothing to be compared with where there is no model of it. */
    @Override
    public boolean answersWithoutModel() {
        return role == Role.ACTIVE;
    }

    /** The surroundings of a sensor whose group has no context. */
    public Surroundings alone() {
        return in(GivenContext.NONE);
    }

    /** The surroundings of a sensor whose group has a context that is never corrected. */
    public Surroundings in(GivenContext context) {
        return new Settled(this, context, Suppressor.NONE);
    }

    /** The same, with what is ignored of the sensor of that name. */
    public Surroundings in(GivenContext context, String sensor) {
        return new Settled(this, context, new Suppressor(models.suppressions(), sensor));
    }

    private record Settled(ModelsInRole models, GivenContext context, Suppressor suppressor)
            implements Surroundings {}
}
