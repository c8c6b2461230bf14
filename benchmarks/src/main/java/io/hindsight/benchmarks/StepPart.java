package io.hindsight.benchmarks;

import java.util.Arrays;
import java.util.List;

/** What the step's thread is at, told by its stack: the first that fits. */
enum StepPart {
    IDLE("waits for input"),
    HOT_READ("hot value, read"),
    HOT_WRITE("hot value, written"),
    PAST("journal, gap slots, snapshots"),
    WAITING("waiting readings"),
    TIMERS("timers"),
    RESULTS("results"),
    MODEL("anchor, student, score"),
    TIMELINE("timeline, rest of the step"),
    INPUT("readings decoded"),
    FLINK("Flink");

    private static final String JOB = "io.hindsight.job.";
    private static final String MODEL_CORE = "io.hindsight.model.";

    private final String label;

    StepPart(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    static StepPart of(StackTraceElement[] stack) {
        return Arrays.stream(values()).filter(part -> part.fits(stack)).findFirst().orElseThrow();
    }

    private boolean fits(StackTraceElement[] stack) {
        return switch (this) {
            case IDLE -> any(stack, "TaskMailboxImpl.take") || any(stack, "LockSupport.park");
            case HOT_READ -> any(stack, JOB + "step.KeyedSensor.life");
            case HOT_WRITE -> any(stack, JOB + "step.KeyedSensor.save");
            case PAST -> any(stack, JOB + "step.KeyedNumbered");
            case WAITING -> any(stack, JOB + "step.WaitingReadings");
            case TIMERS -> names(above(stack)).stream().anyMatch(name -> name.contains("Timer"));
            case RESULTS -> any(stack, JOB + "step.Speaker");
            case MODEL ->
                    names(stack).stream()
                            .anyMatch(
                                    name ->
                                            name.startsWith(MODEL_CORE)
                                                    && !name.startsWith(MODEL_CORE + "timeline."));
            case TIMELINE -> any(stack, JOB + "step.") || any(stack, MODEL_CORE);
            case INPUT -> any(stack, JOB + "decode.");
            case FLINK -> true;
        };
    }

    /** What was called by the last frame of ours, or all of a stack without one. */
    private static StackTraceElement[] above(StackTraceElement[] stack) {
        int first = 0;
        while (first < stack.length && !stack[first].getClassName().startsWith("io.hindsight.")) {
            first++;
        }
        return Arrays.copyOf(stack, first);
    }

    private static boolean any(StackTraceElement[] stack, String part) {
        return names(stack).stream().anyMatch(name -> name.contains(part));
    }

    private static List<String> names(StackTraceElement[] stack) {
        return Arrays.stream(stack).map(e -> e.getClassName() + "." + e.getMethodName()).toList();
    }
}
