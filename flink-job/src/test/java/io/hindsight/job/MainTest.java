package io.hindsight.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.job.options.JobOptions;
import io.hindsight.job.options.JobOptionsParser;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

class MainTest {
    private static final JobOptions OPTIONS =
            JobOptionsParser.parse(
                    "--bootstrap", "localhost:9092", "--checkpoint-interval", "PT3S");

    @Test
    void setsCheckpointsKeyGroupsAndALimitToRestartsWhereTheClusterSaysNothing() {
        ReadableConfig job = configured(new Configuration());

        assertThat(job.get(PipelineOptions.GENERIC_TYPES)).isFalse();
        assertThat(job.get(CheckpointingOptions.CHECKPOINTING_INTERVAL))
                .isEqualTo(Duration.ofSeconds(3));
        assertThat(job.get(RestartStrategyOptions.RESTART_STRATEGY)).isEqualTo("failure-rate");
        assertThat(job.get(PipelineOptions.MAX_PARALLELISM)).isEqualTo(720);
    }

    @Test
    void leavesWhatTheClusterSays() {
        Configuration cluster = new Configuration();
        cluster.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMinutes(1));
        cluster.set(RestartStrategyOptions.RESTART_STRATEGY, "disable");
        cluster.set(PipelineOptions.GENERIC_TYPES, true);
        cluster.set(PipelineOptions.MAX_PARALLELISM, 256);
        ReadableConfig job = configured(cluster);

        assertThat(job.get(PipelineOptions.GENERIC_TYPES)).as("Kryo is never used").isFalse();
        assertThat(job.get(CheckpointingOptions.CHECKPOINTING_INTERVAL))
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(job.get(RestartStrategyOptions.RESTART_STRATEGY)).isEqualTo("disable");
        assertThat(job.get(PipelineOptions.MAX_PARALLELISM)).isEqualTo(256);
    }

    @Test
    void givesEveryOperatorTheKeyGroups() {
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(new Configuration());
        Main.configure(env, OPTIONS);

        assertThat(env.getMaxParallelism()).isEqualTo(720);
    }

    private static ReadableConfig configured(Configuration cluster) {
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(cluster);
        Main.configure(env, OPTIONS);
        return env.getConfiguration();
    }
}
