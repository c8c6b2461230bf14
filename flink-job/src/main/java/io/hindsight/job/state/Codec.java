package io.hindsight.job.state;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;

/**
 * A value as bytes and back, in a layout that has a version. Codecs have no state and a public
 * constructor without parameters, by which a restored job finds them again.
 */
public interface Codec<T> extends Serializable {

    /** Version of the layout that is written. Every older one must still be read. */
    int version();

    void write(T value, DataOutput out) throws IOException;

    /**
     * @param version the version that wrote the bytes, at most {@link #version()}
     */
    T read(int version, DataInput in) throws IOException;

    /**
     * A value that may be changed without changing this one; immutable values may return
     * themselves.
     */
    T copy(T value);
}
