package io.hindsight.model.timeline;

import io.hindsight.model.sensor.SensorStateCodec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A {@link SensorLife} as bytes. Version 2, big endian; version 1 has no {@code lastSuppression}:
 *
 * <pre>
 *   the state ({@link SensorStateCodec})
 *   int    lastOrder     long  contextCorrections, wakeMillis     byte  whole
 *   long   readingsFrom, missesFrom, keptFrom
 *   short  marks, and for each:      long  number, lastSlotMillis, nextFromMillis, readings, misses,
 *                                          keptFirst
 *   short  loose ends, and for each: long  eventTimeMillis     int  revision     long  digest
 *                                    byte  withdrawn     long  silentSince
 *   int    lastSuppression
 * </pre>
 */
public final class SensorLifeCodec {
    public static final int VERSION = 2;

    private SensorLifeCodec() {}

    public static void write(SensorLife life, DataOutput out) throws IOException {
        SensorStateCodec.write(life.state, out);
        out.writeInt(life.lastOrder);
        out.writeLong(life.contextCorrections);
        out.writeLong(life.wakeMillis);
        out.writeBoolean(life.whole);
        out.writeLong(life.readingsFrom);
        out.writeLong(life.missesFrom);
        out.writeLong(life.keptFrom);
        out.writeShort(life.marks.size());
        for (Mark mark : life.marks) {
            out.writeLong(mark.number());
            out.writeLong(mark.lastSlotMillis());
            out.writeLong(mark.nextFromMillis());
            out.writeLong(mark.readings());
            out.writeLong(mark.misses());
            out.writeLong(mark.keptFirst());
        }
        out.writeShort(life.looseEnds.size());
        for (LooseEnd end : life.looseEnds) {
            out.writeLong(end.eventTimeMillis());
            EntryCodec.write(end.said(), out);
            out.writeBoolean(end.withdrawn());
            out.writeLong(end.silentSince());
        }
        out.writeInt(life.lastSuppression);
    }

    /**
     * @param version that it was written in
     */
    public static SensorLife read(int version, DataInput in) throws IOException {
        SensorLife life = new SensorLife();
        life.state = SensorStateCodec.read(in);
        life.lastOrder = in.readInt();
        life.contextCorrections = in.readLong();
        life.wakeMillis = in.readLong();
        life.whole = in.readBoolean();
        life.readingsFrom = in.readLong();
        life.missesFrom = in.readLong();
        life.keptFrom = in.readLong();
        for (int marks = in.readUnsignedShort(); marks > 0; marks--) {
            life.marks.add(
                    new Mark(
                            in.readLong(),
                            in.readLong(),
                            in.readLong(),
                            in.readLong(),
                            in.readLong(),
                            in.readLong()));
        }
        for (int ends = in.readUnsignedShort(); ends > 0; ends--) {
            life.looseEnds.add(
                    new LooseEnd(
                            in.readLong(),
                            EntryCodec.readSaid(in),
                            in.readBoolean(),
                            in.readLong()));
        }
        life.lastSuppression = version < 2 ? 0 : in.readInt();
        return life;
    }
}
