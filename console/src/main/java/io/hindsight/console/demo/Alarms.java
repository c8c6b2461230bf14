package io.hindsight.console.demo;

import io.hindsight.schemas.Episode;
import io.hindsight.schemas.Episode.Kind;
import io.hindsight.schemas.Episode.Phase;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The episodes that were told, and silences aloud. Episodes come at least once: what is there
 * already is passed.
 */
final class Alarms {
    private final Narrator narrator;
    private final Map<String, Set<Phase>> episodes = new HashMap<>();
    private final Map<String, Set<Phase>> silences = new HashMap<>();
    private final Map<String, Episode> surprises = new TreeMap<>();

    Alarms(Narrator narrator) {
        this.narrator = narrator;
    }

    synchronized void add(Episode episode) {
        if (episode.kind() == Kind.SURPRISE) {
            surprises.put(episode.id(), episode);
        }
        boolean isSilence = episode.kind() == Kind.SILENCE;
        boolean isNews = note(episodes, episode);
        if (isSilence && isNews) {
            note(silences, episode);
            narrate(episode);
        }
    }

    private static boolean note(Map<String, Set<Phase>> all, Episode episode) {
        return all.computeIfAbsent(episode.id(), id -> EnumSet.noneOf(Phase.class))
                .add(episode.phase());
    }

    private void narrate(Episode episode) {
        Instant start = Instant.ofEpochMilli(episode.startMillis());
        switch (episode.phase()) {
            case OPEN ->
                    narrator.say(
                            "alarm: %s has sent nothing since %s, %d readings that were due",
                            episode.sensor(), start, episode.readings());
            case UPDATE -> {}
            case LOST -> narrator.say("alarm: %s is lost since %s", episode.sensor(), start);
            case CLOSED, NEW_NORMAL ->
                    narrator.say(
                            "%s is back; %d readings had not come", //
                            episode.sensor(), episode.readings());
            case WITHDRAWN ->
                    narrator.say(
                            "alarm withdrawn: %s was not silent at %s", episode.sensor(), start);
        }
    }

    /** The most severe of what surprised, as it was last told, the worst first. */
    synchronized List<Episode> worst(int most) {
        return surprises.values().stream()
                .filter(episode -> episode.phase() != Phase.WITHDRAWN)
                .sorted(Comparator.comparingDouble(episode -> -episode.peakScore()))
                .limit(most)
                .toList();
    }

    /** Episodes that were opened and are not withdrawn. */
    synchronized long episodes() {
        return count(episodes);
    }

    /** Those of them that were silences. */
    synchronized long silences() {
        return count(silences);
    }

    private static long count(Map<String, Set<Phase>> all) {
        return all.values().stream()
                .filter(phases -> phases.contains(Phase.OPEN) && !phases.contains(Phase.WITHDRAWN))
                .count();
    }
}
