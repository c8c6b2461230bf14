package io.hindsight.schemas;

import java.io.IOException;

/** The fields of a record's current schema, in the schema's order. Forms hold no state. */
interface Form<T> {

    void write(T value, BodyWriter out) throws IOException;

    T read(BodyReader in) throws IOException;
}
