package io.hindsight.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.job.options.JobOptions;
import io.hindsight.job.options.JobOptionsParser;
import io.hindsight.job.state.CodecSerializer;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.runtime.TupleSerializer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

/** The wiring as Flink sees it; building it needs no broker. */
class TopologyTest {
    /** How Flink's sinks hand their transactions to their committers. */
    private static final String SINKS_OWN = "org.apache.flink.streaming.api.connector.sink2.";

    private static final JobOptions OPTIONS =
            JobOptionsParser.parse("--bootstrap", "localhost:9092");

    @Test
    void everyOperatorHasAUidThatIsNeverChanged() {
        assertThat(graph(new Configuration()).getStreamNodes())
                .extracting(StreamNode::getTransformationUID)
                .containsExactlyInAnyOrder(
                        "readings",
                        "decode",
                        "models",
                        "watermarks",
                        "decide",
                        "model-times",
                        "models-notice",
                        "quiet",
                        "step",
                        "results",
                        "shadow-results",
                        "Sink Committer: shadow-results",
                        "episodes",
                        "dead-letters",
                        "Sink Committer: model-times",
                        "Sink Committer: results",
                        "Sink Committer: episodes",
                        "Sink Committer: dead-letters");
    }

    @Test
    void noUidIsLeftToFlink() {
        Configuration strict = new Configuration();
        strict.set(PipelineOptions.AUTO_GENERATE_UIDS, false);

        assertThat(graph(strict).getJobGraph().getNumberOfVertices()).isPositive();
    }

    @Test
    void everyOperatorIsNamedByTheWordOfItsUid() {
        assertThat(graph(new Configuration()).getStreamNodes())
                .allSatisfy(
                        node ->
                                assertThat(node.getOperatorName())
                                        .contains(
                                                node.getTransformationUID()
                                                        .replace("Sink Committer: ", "")));
    }

    @Test
    void noValueIsLeftToKryo() {
        Collection<StreamNode> nodes = graph(new Configuration()).getStreamNodes();
        List<String> serializers =
                nodes.stream()
                        .flatMap(
                                node ->
                                        Stream.concat(
                                                Stream.of(
                                                        node.getTypeSerializerOut(),
                                                        node.getStateKeySerializer()),
                                                Stream.of(node.getTypeSerializersIn())))
                        .filter(Objects::nonNull)
                        .map(TypeSerializer::getClass)
                        .map(Class::getName)
                        .distinct()
                        .toList();

        assertThat(serializers)
                .contains(CodecSerializer.class.getName(), TupleSerializer.class.getName())
                .allMatch(
                        name ->
                                name.equals(CodecSerializer.class.getName())
                                        || name.equals(TupleSerializer.class.getName())
                                        || name.startsWith(SINKS_OWN));
    }

    @Test
    void theModelsAreReadAndDecidedByOneTask() {
        StreamExecutionEnvironment env = environment(new Configuration());
        env.setParallelism(4);
        Topology.build(env, OPTIONS);

        assertThat(env.getStreamGraph().getStreamNodes())
                .allSatisfy(
                        node ->
                                assertThat(node.getParallelism())
                                        .as(node.getTransformationUID())
                                        .isEqualTo(
                                                List.of(
                                                                        "models",
                                                                        "decide",
                                                                        "models-notice",
                                                                        "quiet",
                                                                        "model-times",
                                                                        "Sink Committer: model-times")
                                                                .contains(
                                                                        node.getTransformationUID())
                                                        ? 1
                                                        : 4));
    }

    private static StreamGraph graph(Configuration cluster) {
        StreamExecutionEnvironment env = environment(cluster);
        Topology.build(env, OPTIONS);
        return env.getStreamGraph();
    }

    private static StreamExecutionEnvironment environment(Configuration cluster) {
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(cluster);
        Main.configure(env, OPTIONS);
        return env;
    }
}
