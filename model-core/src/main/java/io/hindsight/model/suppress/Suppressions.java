package io.hindsight.model.suppress;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a group's people have wanted ignored, version by version. Which version acts on a reading is
 * decided by event time alone, so that a recording gives the same results however it is played.
 * Never changes.
 */
public final class Suppressions {
    /** Nothing is ignored. */
    public static final Suppressions NONE = new Suppressions(List.of());

    /** The last given first. */
    private final List<Suppression> versions;

    /**
     * @param decided with distinct versions, in any order
     */
    public Suppressions(Collection<Suppression> decided) {
        versions =
                decided.stream()
                        .sorted(Comparator.comparingInt(Suppression::version).reversed())
                        .toList();
    }

    /** Rules that have always acted. */
    public static Suppressions always(List<Rule> rules) {
        return new Suppressions(List.of(new Suppression(1, Suppression.FROM_THE_BEGINNING, rules)));
    }

    /** What acts on a reading of a time: the last one given of those whose time has come. */
    public Optional<Suppression> at(long eventTimeMillis) {
        for (Suppression version : versions) {
            if (version.fromMillis() <= eventTimeMillis) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }

    /** The highest version; 0 for none. */
    public int lastVersion() {
        return versions.isEmpty() ? 0 : versions.get(0).version();
    }

    /**
     * The earliest event time from which one acts that was given after this version; the largest
     * long for none. What was said of readings from then on may have to be said anew.
     */
    public long changedFrom(int version) {
        long earliest = Long.MAX_VALUE;
        for (Suppression later : versions) {
            if (later.version() > version) {
                earliest = Math.min(earliest, later.fromMillis());
            }
        }
        return earliest;
    }
}
