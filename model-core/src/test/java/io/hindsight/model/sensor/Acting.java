package io.hindsight.model.sensor;

import io.hindsight.model.bundle.Bundle;

/** A version and the event time from which it is active. */
record Acting(long version, long fromMillis, Bundle bundle) {
    static Acting always(long version, Bundle bundle) {
        return new Acting(version, Order.FROM_THE_BEGINNING, bundle);
    }

    Models after(Models models) {
        return models.then(fromMillis, new Model(version, bundle));
    }
}
