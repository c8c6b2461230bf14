package io.hindsight.console.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicsTest {
    @Test
    void makesEveryTopicThatHasAName() {
        assertThat(Topics.topics(TopicNames.DEFAULT, 3))
                .extracting(NewTopic::name)
                .containsExactlyElementsOf(TopicNames.DEFAULT.all());
    }
}
