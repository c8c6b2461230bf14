package io.hindsight.schemas;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/** A record that could not be used: its origin, its bytes (not to be changed), and the fault. */
public final class DeadLetter {

    private final Origin origin;
    private final byte[] key;
    private final byte[] value;
    private final Fault fault;

    /**
     * A dead letter.
     *
     * @param key the record's key, or null; kept, not copied
     * @param value the record's value, or null; kept, not copied
     */
    public DeadLetter(Origin origin, byte[] key, byte[] value, Fault fault) {
        this.origin = requireNonNull(origin, "origin");
        this.key = key;
        this.value = value;
        this.fault = requireNonNull(fault, "fault");
    }

    /** Where the record stood. */
    public Origin origin() {
        return origin;
    }

    /** The record's key, byte for byte, or null. */
    public byte[] key() {
        return key;
    }

    /** The record's value, byte for byte, or null. */
    public byte[] value() {
        return value;
    }

    /** Why it could not be used. */
    public Fault fault() {
        return fault;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DeadLetter that
                && origin.equals(that.origin)
                && Arrays.equals(key, that.key)
                && Arrays.equals(value, that.value)
                && fault.equals(that.fault);
    }

    @Override
    public int hashCode() {
        return 31 * origin.hashCode() + fault.hashCode();
    }

    @Override
    public String toString() {
        return "DeadLetter[%s, %s, %s bytes]"
                .formatted(origin, fault, value == null ? "no" : value.length);
    }

    /**
     * Where a record stood.
     *
     * @param topic name of the topic
     * @param partition partition of the topic
     * @param offset offset within the partition
     * @param timestampMillis the record's Kafka timestamp; -1 where it has none, 0 where the writer
     *     of the letter did not keep it
     */
    public record Origin(String topic, int partition, long offset, long timestampMillis) {
        public Origin {
            requireNonNull(topic, "topic");
        }
    }

    /**
     * Why a record could not be used.
     *
     * @param reason a stable word, one of the {@code DeadLetter.Fault} constants or a later one
     * @param field the field at fault; empty where the whole record is
     * @param rule the rule that it breaks
     * @param found the value that broke the rule, as text
     *     <p>Texts are cut at {@value #LONGEST_TEXT} characters: they may quote what somebody sent,
     *     and a dead letter must fit into a record.
     */
    public record Fault(String reason, String field, String rule, String found) {
        /** Characters that each text keeps. */
        public static final int LONGEST_TEXT = 300;

        /** The bytes are no record. */
        public static final String UNDECODABLE = "undecodable";

        /** No such sensor group is configured. */
        public static final String UNKNOWN_GROUP = "unknown-group";

        /** A sensor's or a group's name is blank or too long. */
        public static final String NAME = "name";

        /** A value is NaN or infinite. */
        public static final String NOT_FINITE = "not-finite";

        /** There are more or fewer values than the group has channels. */
        public static final String CHANNEL_COUNT = "channel-count";

        /** The event time is too far in the past or in the future. */
        public static final String TIME_RANGE = "time-range";

        /** It came so late that what was said without it can't be repaired. */
        public static final String LATE = "late";

        /** A model that must not be used. */
        public static final String BAD_MODEL = "bad-model";

        public Fault {
            requireNonNull(reason, "reason");
            requireNonNull(field, "field");
            requireNonNull(rule, "rule");
            requireNonNull(found, "found");
            field = cut(field);
            rule = cut(rule);
            found = cut(found);
        }

        private static String cut(String text) {
            return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
        }

        /** The fault of bytes that are no record. */
        public static Fault undecodable(UndecodableException cause) {
            return new Fault(UNDECODABLE, cause.field(), cause.rule().word(), cause.found());
        }
    }
}
