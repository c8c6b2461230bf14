package io.hindsight.schemas;

/** A constant that stands on the wire as a word, never as its ordinal. */
interface Word {

    /** The word on the wire; it never changes. */
    String word();
}
