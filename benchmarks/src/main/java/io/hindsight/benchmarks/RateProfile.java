package io.hindsight.benchmarks;

import io.hindsight.console.local.LocalFlink;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where the time of the keyed step goes: a run of each line of the {@link RateTable}, whose thread
 * is looked at every few milliseconds. Flight recordings tell the same of Java code, in more
 * detail, but sample native calls so seldom that RocksDB hardly shows. Arguments choose the lines.
 */
public final class RateProfile {
    private static final long EVERY_MILLIS = 3;
    private static final int LONGER = 2;

    private RateProfile() {}

    public static void main(String[] args) throws Exception {
        for (RateCase which : RateTable.CASES) {
            if (args.length == 0 || which.isNamed(args)) {
                print(which);
            }
        }
        System.exit(0);
    }

    private static void print(RateCase which) throws Exception {
        try (LocalFlink flink = RateTable.cluster()) {
            RatePipeline.rate(flink, which, false);
            Sampler sampler = new Sampler();
            sampler.start();
            Rate rate = RatePipeline.rate(flink, which.longer(LONGER), false);
            sampler.finish();
            System.out.printf(
                    Locale.ROOT,
                    "%s, %,d sensors: %.1f µs CPU a reading, %,d looks%n",
                    which.backend().label(),
                    which.sensors(),
                    rate.stepMicros(),
                    sampler.looks());
            sampler.print();
        }
    }

    /** Looks at the step's thread until it is told to stop. */
    private static final class Sampler extends Thread {
        private final Map<StepPart, Integer> looks = new EnumMap<>(StepPart.class);
        private volatile boolean finished;

        Sampler() {
            super("sampler");
            setDaemon(true);
        }

        @Override
        public void run() {
            Optional<Thread> step = Optional.empty();
            while (!finished) {
                step = step.filter(Thread::isAlive).or(Sampler::find);
                step.ifPresent(this::look);
                try {
                    Thread.sleep(EVERY_MILLIS);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }

        /** The task has its operators' names. */
        private static Optional<Thread> find() {
            return Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().startsWith("step -> "))
                    .findFirst();
        }

        private void look(Thread step) {
            StackTraceElement[] stack = step.getStackTrace();
            if (stack.length > 0) {
                looks.merge(StepPart.of(stack), 1, Integer::sum);
            }
        }

        void finish() throws InterruptedException {
            finished = true;
            join();
        }

        int looks() {
            return looks.entrySet().stream()
                    .filter(part -> part.getKey() != StepPart.IDLE)
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }

        void print() {
            int all = Math.max(1, looks());
            looks.forEach(
                    (part, count) -> {
                        if (part != StepPart.IDLE) {
                            System.out.printf(
                                    Locale.ROOT,
                                    "%6.1f %%  %s%n",
                                    100.0 * count / all,
                                    part.label());
                        }
                    });
        }
    }
}
