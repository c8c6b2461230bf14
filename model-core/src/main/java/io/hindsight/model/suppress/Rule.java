package io.hindsight.model.suppress;

import java.util.Objects;
import java.util.Optional;

/** Which deviations of a group's sensors, or of one of them, are ignored. Immutable. */
public sealed interface Rule {
    /** What people call it; results bear it. */
    String name();

    /** The one sensor that it is for; empty for all of the group. */
    Optional<String> sensor();

    /**
     * Whether it ignores a deviation.
     *
     * @param eventTimeMillis of the reading
     * @param channel its name
     * @param value what was measured, finite
     * @param expected what was predicted before it was seen, in the same unit
     */
    boolean ignores(long eventTimeMillis, String channel, double value, double expected);

    /** One that is for a channel. */
    sealed interface OfChannel extends Rule {
        /** The channel's name. */
        String channel();
    }

    /** Ignores deviations of a channel that are below a bound in the channel's own unit. */
    record Absolute(String name, Optional<String> sensor, String channel, double bound)
            implements OfChannel {
        public Absolute {
            requireBound(bound);
        }

        @Override
        public boolean ignores(long eventTimeMillis, String other, double value, double expected) {
            return channel.equals(other) && Math.abs(value - expected) < bound;
        }
    }

    /** Ignores deviations of a channel that are below a share of what was expected. */
    record Relative(String name, Optional<String> sensor, String channel, double bound)
            implements OfChannel {
        public Relative {
            requireBound(bound);
        }

        @Override
        public boolean ignores(long eventTimeMillis, String other, double value, double expected) {
            return channel.equals(other) && Math.abs(value - expected) < bound * Math.abs(expected);
        }
    }

    /** Ignores deviations of a channel to one side of what was expected. */
    record Direction(String name, Optional<String> sensor, String channel, Side side)
            implements OfChannel {
        public Direction {
            Objects.requireNonNull(side, "side");
        }

        @Override
        public boolean ignores(long eventTimeMillis, String other, double value, double expected) {
            return channel.equals(other)
                    && switch (side) {
                        case ABOVE -> value > expected;
                        case BELOW -> value < expected;
                    };
        }
    }

    /** Ignores all deviations of a channel. */
    record Channel(String name, Optional<String> sensor, String channel) implements OfChannel {
        @Override
        public boolean ignores(long eventTimeMillis, String other, double value, double expected) {
            return channel.equals(other);
        }
    }

    /**
     * Ignores all deviations of all channels for a while.
     *
     * @param fromMillis event time of the first reading that is in it
     * @param untilMillis event time of the first reading that is after it
     */
    record Maintenance(String name, Optional<String> sensor, long fromMillis, long untilMillis)
            implements Rule {
        public Maintenance {
            if (untilMillis <= fromMillis) {
                throw new IllegalArgumentException(
                        "untilMillis must be after fromMillis, " + fromMillis + ": " + untilMillis);
            }
        }

        @Override
        public boolean ignores(long eventTimeMillis, String other, double value, double expected) {
            return fromMillis <= eventTimeMillis && eventTimeMillis < untilMillis;
        }
    }

    /** Where a value lies, seen from what was expected. */
    enum Side {
        ABOVE("above"),
        BELOW("below");

        private final String word;

        Side(String word) {
            this.word = word;
        }

        /** The word in a file; never changed. */
        public String word() {
            return word;
        }
    }

    private static void requireBound(double bound) {
        if (!(bound > 0) || Double.isInfinite(bound)) {
            throw new IllegalArgumentException("bound must be positive and finite: " + bound);
        }
    }
}
