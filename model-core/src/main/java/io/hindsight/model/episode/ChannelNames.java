package io.hindsight.model.episode;

import java.util.List;

/**
 * What people call a sensor's channels.
 *
 * @param names in the order of the channels
 * @param units of as many, empty where one is not known
 */
public record ChannelNames(List<String> names, List<String> units) {
    /** Of a sensor without a model, whose channels have numbers. */
    public static final ChannelNames UNKNOWN = new ChannelNames(List.of(), List.of());

    public ChannelNames {
        names = List.copyOf(names);
        units = List.copyOf(units);
        if (names.size() != units.size()) {
            throw new IllegalArgumentException(
                    "units must be as many as names, %d: %d".formatted(names.size(), units.size()));
        }
    }

    /** Of channels without units. */
    public static ChannelNames of(List<String> names) {
        return new ChannelNames(names, names.stream().map(name -> "").toList());
    }

    public String name(int channel) {
        return channel < names.size() ? names.get(channel) : "channel " + channel;
    }

    /** Empty if it is not known. */
    public String unit(int channel) {
        return channel < units.size() ? units.get(channel) : "";
    }
}
