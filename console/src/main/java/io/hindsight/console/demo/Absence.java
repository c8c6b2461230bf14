package io.hindsight.console.demo;

/**
 * Readings of one sensor that do not come when they are due.
 *
 * @param sensor its place in the recording
 * @param fromSlot the first of them
 * @param toSlot the first one that comes again
 */
record Absence(int sensor, int fromSlot, int toSlot) {
    boolean holds(int anySensor, int slot) {
        return anySensor == sensor && slot >= fromSlot && slot < toSlot;
    }

    int slots() {
        return toSlot - fromSlot;
    }
}
