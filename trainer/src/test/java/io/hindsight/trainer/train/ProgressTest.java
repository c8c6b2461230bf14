package io.hindsight.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
    @Test
    void tellsBothThatATrainingBeginsAndThatAnEpochEnds() {
        List<String> heard = new ArrayList<>();

        Progress both = new Named("first", heard).and(new Named("second", heard));
        both.begins("student", 3, 5);
        both.epochDone(new Progress.Epoch("student", 4, 5, 1.5, 1.25, 1.25));

        assertThat(heard)
                .containsExactly(
                        "first: student begins after 3 of 5",
                        "second: student begins after 3 of 5",
                        "first: student 4",
                        "second: student 4");
    }

    private record Named(String name, List<String> heard) implements Progress {
        @Override
        public void begins(String network, int epochsBefore, int epochs) {
            heard.add(name + ": " + network + " begins after " + epochsBefore + " of " + epochs);
        }

        @Override
        public void epochDone(Epoch epoch) {
            heard.add(name + ": " + epoch.network() + " " + epoch.number());
        }
    }
}
