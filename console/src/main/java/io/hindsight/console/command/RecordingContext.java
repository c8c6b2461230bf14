package io.hindsight.console.command;

import io.hindsight.console.fault.UserFaultException;
import io.hindsight.console.replay.RecordedContext;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.trainer.data.CsvReadings;
import java.util.List;
import java.util.Optional;

/** The context of a recording's group, where the model wants one and the rows have none. */
final class RecordingContext {
    private RecordingContext() {}

    /**
     * @throws UserFaultException if the recording's channels are not the bundle's
     */
    static Optional<RecordedContext> of(CsvReadings readings, Bundle bundle) {
        List<String> channels = readings.channels();
        if (bundle.context().isPresent() && channels.equals(bundle.sentChannels())) {
            return Optional.of(RecordedContext.of(bundle.context().get(), readings::forEach));
        }
        if (!channels.equals(bundle.spec().channels())) {
            throw new UserFaultException(
                    "the data's channels must be the bundle's: data %s, bundle %s"
                            .formatted(channels, bundle.sentChannels()));
        }
        return Optional.empty();
    }
}
