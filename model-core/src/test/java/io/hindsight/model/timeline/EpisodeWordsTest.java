package io.hindsight.model.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.episode.ChannelNames;
import io.hindsight.model.episode.Episode;
import io.hindsight.model.episode.EpisodeChange;
import io.hindsight.model.episode.EpisodeChange.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EpisodeWordsTest {
    private static final List<EpisodeChange> NONE = List.of();

    private final List<String> said = new ArrayList<>();
    private final EpisodeWords words =
            new EpisodeWords(
                    new Visit(new SensorLife(), SensorStore.onHeap(), null, 0, new Listener()));

    private final class Listener implements Voice {
        @Override
        public void say(Answer answer, int revision, long waitedMillis) {}

        @Override
        public void change(EpisodeChange change, long modelVersion) {
            said.add(change.phase() + "@" + change.episode().startMillis() + " v" + modelVersion);
        }

        @Override
        public void unusable(long eventTimeMillis, double[] values, Acceptance.Refused refused) {}
    }

    @Test
    void whatIsTheSameAsBeforeIsNotSaidAgain() {
        words.found(10, List.of(change(Phase.OPEN, 10)), true, 1);
        words.found(20, List.of(change(Phase.CLOSED, 10)), true, 1);
        words.finish(Optional.empty(), 1);
        assertThat(said).isEmpty();
    }

    @Test
    void whatIsAnotherThanBeforeIsSaid() {
        words.found(10, List.of(change(Phase.OPEN, 10)), false, 1);
        words.found(20, List.of(change(Phase.CLOSED, 10)), false, 1);
        words.finish(Optional.empty(), 1);
        assertThat(said).containsExactly("OPEN@10 v1", "CLOSED@10 v1");
    }

    @Test
    void anUpdateThatIsNoneAnyMoreLeavesTheLastWordToTheOneBeforeIt() {
        words.found(10, List.of(change(Phase.OPEN, 10)), true, 3);
        words.found(15, NONE, false, 1);
        words.finish(Optional.of(change(Phase.OPEN, 10)), 1);
        assertThat(said).containsExactly("OPEN@10 v3");
    }

    @Test
    void thatWordMayHaveBeenSaidBeforeTheRepairedSlots() {
        words.found(15, NONE, false, 1);
        words.finish(Optional.of(change(Phase.UPDATE, 2)), 7);
        assertThat(said).containsExactly("UPDATE@2 v7");
    }

    @Test
    void anUpdateThatIsNewDoesNotOutliveTheEndThatWasSaidBefore() {
        words.found(15, List.of(change(Phase.UPDATE, 10)), false, 1);
        words.found(20, List.of(change(Phase.CLOSED, 10)), true, 1);
        words.finish(Optional.empty(), 1);
        assertThat(said).containsExactly("UPDATE@10 v1", "CLOSED@10 v1");
    }

    @Test
    void episodesThatCannotHaveBeenMeantAreLeftAlone() {
        words.found(10, List.of(change(Phase.OPEN, 10)), true, 1);
        words.found(20, List.of(change(Phase.CLOSED, 10)), true, 1);
        words.found(25, NONE, false, 1);
        words.found(30, List.of(change(Phase.OPEN, 30)), true, 1);
        words.finish(Optional.of(change(Phase.OPEN, 30)), 1);
        assertThat(said).isEmpty();
    }

    @Test
    void whatASlotSaidThatIsNoneAnyMoreIsCorrectedToo() {
        words.found(10, List.of(change(Phase.OPEN, 10)), true, 1);
        words.gone(15);
        words.finish(Optional.of(change(Phase.OPEN, 10)), 1);
        assertThat(said).containsExactly("OPEN@10 v1");
    }

    @Test
    void anEpisodeThatAnotherSlotOpensNowIsSaidAgainWhenTheOldOneIsWithdrawn() {
        words.found(20, List.of(change(Phase.OPEN, 10)), false, 1);
        words.found(30, NONE, false, 1);
        words.withdraw(Episode.Kind.SURPRISE, 10, 30);
        words.finish(Optional.of(change(Phase.OPEN, 10)), 1);
        assertThat(said).containsExactly("OPEN@10 v1", "WITHDRAWN@10 v0", "OPEN@10 v1");
    }

    private static EpisodeChange change(Phase phase, long startMillis) {
        return new EpisodeChange(
                phase,
                Episode.bare(Episode.Kind.SURPRISE, startMillis, startMillis, 1),
                ChannelNames.UNKNOWN);
    }
}
