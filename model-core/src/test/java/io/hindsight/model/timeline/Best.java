package io.hindsight.model.timeline;

import io.hindsight.model.episode.Episode;
import io.hindsight.model.episode.EpisodeChange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A consumer that keeps the highest revision of each slot, and the episodes as they stand. */
final class Best implements Voice {
    private final Map<Long, Integer> revisions = new HashMap<>();
    private final TreeMap<Long, Answer> answers = new TreeMap<>();
    private final Map<String, EpisodeChange> episodes = new TreeMap<>();
    final List<String> faults = new ArrayList<>();
    int said;
    int superseding;
    int withdrawn;
    int updates;

    @Override
    public void say(Answer answer, int revision, long waitedMillis) {
        long time = answer.eventTimeMillis();
        said++;
        superseding += revision > 0 ? 1 : 0;
        if (revision <= revisions.getOrDefault(time, -1)) {
            faults.add("revision " + revision + " of " + time + " after " + revisions.get(time));
        }
        revisions.put(time, revision);
        if (answer.status() == Answer.Status.WITHDRAWN) {
            withdrawn++;
            answers.remove(time);
        } else {
            answers.put(time, answer);
        }
    }

    @Override
    public void change(EpisodeChange change, long modelVersion) {
        updates += change.phase() == EpisodeChange.Phase.UPDATE ? 1 : 0;
        String id = change.episode().kind() + "@" + change.episode().startMillis();
        if (change.phase() == EpisodeChange.Phase.WITHDRAWN) {
            episodes.remove(id);
        } else {
            episodes.put(id, change);
        }
    }

    @Override
    public void unusable(long eventTimeMillis, double[] values, Acceptance.Refused refused) {
        faults.add(eventTimeMillis + " " + refused);
    }

    int revision(long eventTimeMillis) {
        return revisions.getOrDefault(eventTimeMillis, -1);
    }

    NavigableMap<Long, Answer> answers() {
        return answers;
    }

    Map<String, EpisodeChange> episodes() {
        return episodes;
    }

    /** The episodes of what was surprising, as they stand. */
    List<EpisodeChange> surprises() {
        return episodes.values().stream()
                .filter(change -> change.episode().kind() == Episode.Kind.SURPRISE)
                .toList();
    }

    /** All of it, a line a slot, every bit told. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        answers.forEach(
                (time, answer) ->
                        lines.add(
                                time
                                        + " "
                                        + answer.status()
                                        + " v"
                                        + answer.modelVersion()
                                        + " "
                                        + answer.digest()
                                        + " "
                                        + Arrays.toString(answer.result().observed)));
        return lines;
    }
}
