package io.hindsight.schemas;

/**
 * What stands on the models topic. The four kinds share it, since together they are the life of a
 * group's models, and are told apart by the fingerprint in their headers.
 */
public sealed interface ModelRecord
        permits ModelRelease, ModelSchedule, ModelSuppression, ModelTimes {

    /** Name of the sensor group. */
    String group();

    /** The topic's key, by which it is compacted. */
    String key();

    /** The record's bytes, in the current schema of its kind. */
    default byte[] encode() {
        if (this instanceof ModelRelease release) {
            return Wires.MODEL_RELEASE.encode(release);
        }
        if (this instanceof ModelSuppression suppression) {
            return Wires.MODEL_SUPPRESSION.encode(suppression);
        }
        return this instanceof ModelSchedule schedule
                ? Wires.MODEL_SCHEDULE.encode(schedule)
                : Wires.MODEL_TIMES.encode((ModelTimes) this);
    }

    /**
     * The record that the bytes hold, of whichever kind.
     *
     * @throws UndecodableException if they hold none; nothing else is thrown, whatever the bytes
     */
    static ModelRecord decode(byte[] bytes) throws UndecodableException {
        if (Wires.MODEL_SCHEDULE.isNamedBy(bytes)) {
            return Wires.MODEL_SCHEDULE.decode(bytes);
        }
        if (Wires.MODEL_SUPPRESSION.isNamedBy(bytes)) {
            return Wires.MODEL_SUPPRESSION.decode(bytes);
        }
        return Wires.MODEL_TIMES.isNamedBy(bytes)
                ? Wires.MODEL_TIMES.decode(bytes)
                : Wires.MODEL_RELEASE.decode(bytes);
    }
}
