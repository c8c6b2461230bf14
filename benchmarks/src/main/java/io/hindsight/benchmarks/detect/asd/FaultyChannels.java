package io.hindsight.benchmarks.detect.asd;

import java.util.Set;

/** What a person said of an event: its rows, and the channels at fault, from 0. */
record FaultyChannels(Scored.Run rows, Set<Integer> channels) {
    FaultyChannels {
        channels = Set.copyOf(channels);
    }
}
