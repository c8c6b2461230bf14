package io.hindsight.console.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.schemas.ModelSchedule.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelLineTest {

    @Test
    void tellsWhatEachVersionDoesNow() {
        GroupTopic topic = new GroupTopic().release(1, 2, 3, 4, 5, 6);
        topic.order(Kind.ACTIVATE, 1).decided(10);
        topic.order(Kind.ACTIVATE, 2).decided(20).order(Kind.WITHDRAW, 2).decided(30);
        topic.order(Kind.SHADOW, 3).decided(40).order(Kind.ACTIVATE, 4, 900).decided(900);
        topic.order(Kind.ACTIVATE, 5);

        List<ModelLine> lines = ModelLine.of(topic.records(), 100);

        assertThat(lines)
                .extracting(line -> line.role().word())
                .containsExactly("active", "withdrawn", "shadow", "waiting", "waiting", "released");
        assertThat(ModelLine.of(topic.records(), 900))
                .extracting(line -> line.role().word())
                .startsWith("released", "withdrawn", "shadow", "active");
    }

    @Test
    void tellsFromWhenOnItWasAskedToActAndDoes() {
        GroupTopic topic = new GroupTopic().release(1, 2, 3);
        topic.order(Kind.ACTIVATE, 1, 500).decided(700).order(Kind.ACTIVATE, 2);

        List<ModelLine> lines = ModelLine.of(topic.records(), 100);

        assertThat(lines)
                .extracting(ModelLine::asked)
                .containsExactly(Optional.of(500L), Optional.of(0L), Optional.empty());
        assertThat(lines)
                .extracting(ModelLine::decided)
                .containsExactly(Optional.of(700L), Optional.empty(), Optional.empty());
        assertThat(lines.get(1).digest()).isEqualTo("020000000000");
        assertThat(lines.get(1).signed()).isFalse();
        assertThat(lines.get(1).publishedMillis()).isEqualTo(2_000);
    }
}
