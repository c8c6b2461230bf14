package io.hindsight.console.local;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.minicluster.MiniClusterJobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.ExecutionPlan;

/**
 * A Flink cluster inside this JVM: one JobManager and a number of TaskManagers, on free loopback
 * ports. It stays up between jobs, and TaskManagers can go and come while a job runs. Methods are
 * for one thread. What Flink keeps on disk lies in one temporary directory, which is deleted with
 * the cluster or when the JVM shuts down.
 */
public final class LocalFlink implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final long TIME_LIMIT_SECONDS = 60;

    private final MiniCluster cluster;
    private final TemporaryDirectory files;
    private final Thread hook;

    private LocalFlink(MiniCluster cluster, TemporaryDirectory files) {
        this.cluster = cluster;
        this.files = files;
        this.hook = new Thread(files::delete, "local-flink-shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Starts a cluster with Flink's default settings. */
    public static LocalFlink start(int taskManagers, int slotsEach) {
        return start(taskManagers, slotsEach, new Configuration());
    }

    /** Starts a cluster; {@code settings} are the cluster's and the defaults of its jobs. */
    public static LocalFlink start(int taskManagers, int slotsEach, Configuration settings) {
        TemporaryDirectory files = TemporaryDirectory.create("hindsight-flink-");
        Configuration own = new Configuration(settings);
        own.set(CoreOptions.TMP_DIRS, files.path().toString());
        own.set(RestOptions.BIND_ADDRESS, LOOPBACK);
        own.set(RestOptions.ADDRESS, LOOPBACK);
        own.set(JobManagerOptions.BIND_HOST, LOOPBACK);
        own.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
        MiniCluster cluster =
                new MiniCluster(
                        new MiniClusterConfiguration.Builder()
                                .setConfiguration(own)
                                .setNumTaskManagers(taskManagers)
                                .setNumSlotsPerTaskManager(slotsEach)
                                .setCommonBindAddress(LOOPBACK)
                                .withRandomPorts()
                                .build());
        LocalFlink flink = new LocalFlink(cluster, files);
        try {
            cluster.start();
            return flink;
        } catch (Exception e) {
            flink.close();
            throw new IllegalStateException("the Flink cluster didn't start: " + e.getMessage(), e);
        }
    }

    /** An environment whose jobs run on this cluster. */
    public StreamExecutionEnvironment environment() {
        return environment(new Configuration());
    }

    /** An environment with a job's own settings, whose jobs run on this cluster. */
    public StreamExecutionEnvironment environment(Configuration job) {
        Configuration own = new Configuration(job);
        own.set(DeploymentOptions.TARGET, LocalFlinkExecutor.NAME);
        return new StreamExecutionEnvironment(
                new LocalFlinkExecutor(this), own, getClass().getClassLoader());
    }

    /**
     * Submits a {@code StreamGraph} or {@code JobGraph} and returns when the cluster has taken it.
     */
    public JobClient submit(ExecutionPlan plan) {
        var submission = await(cluster.submitJob(plan), "the job wasn't taken");
        return new MiniClusterJobClient(
                submission.getJobID(),
                cluster,
                getClass().getClassLoader(),
                MiniClusterJobClient.JobFinalizationBehavior.NOTHING);
    }

    /**
     * Ends a TaskManager; its tasks fail at once, as the JobManager learns of it without waiting
     * for a heartbeat. The index counts in the order of starting, from 0, and isn't used again.
     */
    public void killTaskManager(int index) {
        await(cluster.terminateTaskManager(index), "TaskManager " + index + " didn't end");
    }

    /** Starts one more TaskManager. */
    public void startTaskManager() {
        try {
            cluster.startTaskManager();
        } catch (Exception e) {
            throw new IllegalStateException("no new TaskManager: " + e.getMessage(), e);
        }
    }

    /** Ends all jobs and the cluster. */
    @Override
    public void close() {
        try {
            await(cluster.closeAsync(), "the Flink cluster didn't end");
        } finally {
            files.delete();
            dropHook();
        }
    }

    private void dropHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook runs already, and finds nothing left to do.
        }
    }

    private static <T> T await(CompletableFuture<T> future, String failure) {
        try {
            return future.get(TIME_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(failure + ": " + e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            throw new IllegalStateException(failure + " within " + TIME_LIMIT_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(failure + ": interrupted", e);
        }
    }
}
