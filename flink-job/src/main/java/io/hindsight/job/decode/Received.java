package io.hindsight.job.decode;

import io.hindsight.schemas.DeadLetter;
import io.hindsight.schemas.Reading;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;

/**
 * A record of the readings topic, and the reading that it holds or the fault that makes it
 * unusable. The record goes along until the reading has been used, so that whoever refuses it can
 * hand its bytes on unchanged.
 */
public final class Received {
    /** The type of {@link #owner}. */
    public static final TypeInformation<Tuple2<String, String>> OWNER =
            Types.TUPLE(Types.STRING, Types.STRING);

    private final RawRecord record;
    private final Reading reading;
    private final DeadLetter.Fault fault;

    private Received(RawRecord record, Reading reading, DeadLetter.Fault fault) {
        this.record = record;
        this.reading = reading;
        this.fault = fault;
    }

    static Received usable(RawRecord record, Reading reading) {
        return new Received(record, reading, null);
    }

    static Received faulty(RawRecord record, DeadLetter.Fault fault) {
        return new Received(record, null, fault);
    }

    public RawRecord record() {
        return record;
    }

    /** The reading; null if the record is faulty. */
    public Reading reading() {
        return reading;
    }

    /** Why there is no reading, if there is none. */
    public Optional<DeadLetter.Fault> fault() {
        return Optional.ofNullable(fault);
    }

    /**
     * Whose past the reading belongs to: its group and its sensor. The group is part of it, since
     * what one group's model remembers means nothing to another's.
     */
    public Tuple2<String, String> owner() {
        return Tuple2.of(reading.group(), reading.sensor());
    }
}
