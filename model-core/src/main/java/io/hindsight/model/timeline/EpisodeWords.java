package io.hindsight.model.timeline;

import io.hindsight.model.episode.Episode;
import io.hindsight.model.episode.EpisodeChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a repair finds and says of episodes, so that the last word on each of them is in the end
 * what readings in perfect order would have had it be.
 *
 * <p>A slot whose changes are others than before has had something said that no longer holds: of
 * which episode is not kept. So the last word is said again on each episode that may have been
 * meant, unless it has just been said.
 */
final class EpisodeWords {
    private final Visit visit;
    private final List<Long> changedSlots = new ArrayList<>();
    private final List<Word> words = new ArrayList<>();

    /** The last word on an episode. */
    private static final class Word {
        EpisodeChange last;
        long slotMillis;
        long modelVersion;
        boolean isSaid;

        /** Whether something that was said of the episode in a slot may no longer hold. */
        boolean mayBeMeantIn(long slot) {
            return slot >= last.episode().startMillis()
                    && (last.phase().goesOn() || slot <= slotMillis);
        }
    }

    EpisodeWords(Visit visit) {
        this.visit = visit;
    }

    /**
     * A slot has been gone through.
     *
     * @param changes that it makes now
     * @param isSame whether it made the same before
     */
    void found(long slotMillis, List<EpisodeChange> changes, boolean isSame, long modelVersion) {
        if (!isSame) {
            changedSlots.add(slotMillis);
            changes.forEach(change -> visit.voice.change(change, modelVersion));
        }
        for (EpisodeChange change : changes) {
            Word word = on(change);
            word.last = change;
            word.slotMillis = slotMillis;
            word.modelVersion = modelVersion;
            word.isSaid = !isSame;
        }
    }

    /** A slot that made changes is none any more. */
    void gone(long slotMillis) {
        changedSlots.add(slotMillis);
    }

    /** Takes back an episode that a slot opened; another slot may have opened it now. */
    void withdraw(Episode.Kind kind, long startMillis, long slotMillis) {
        visit.withdrawEpisode(kind, startMillis, slotMillis);
        words.stream()
                .filter(word -> word.last.episode().kind() == kind)
                .filter(word -> word.last.episode().startMillis() == startMillis)
                .forEach(word -> word.isSaid = false);
    }

    /**
     * Says what may have been said otherwise.
     *
     * @param open what was last told of the episode that is open, if one is
     */
    void finish(Optional<EpisodeChange> open, long modelVersion) {
        open.filter(change -> words.stream().noneMatch(word -> word.last.isOfSameAs(change)))
                .ifPresent(change -> on(change).modelVersion = modelVersion);
        for (Word word : words) {
            if (!word.isSaid && changedSlots.stream().anyMatch(word::mayBeMeantIn)) {
                visit.voice.change(word.last, word.modelVersion);
            }
        }
    }

    private Word on(EpisodeChange change) {
        for (Word word : words) {
            if (word.last.isOfSameAs(change)) {
                return word;
            }
        }
        Word word = new Word();
        word.last = change;
        words.add(word);
        return word;
    }
}
