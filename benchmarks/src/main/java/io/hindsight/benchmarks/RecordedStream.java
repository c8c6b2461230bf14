package io.hindsight.benchmarks;

import io.hindsight.schemas.Reading;
import io.hindsight.trainer.data.DataSet;

/**
 * Sends a recording through a job as a stream comes, never far ahead of what is answered, and reads
 * what the job says of it.
 */
final class RecordedStream {
    /** The results of a second or more, and little that waits in the job's state. */
    private static final long MOST_UNDERWAY = 20_000;

    /** So many that each partition has one. */
    private static final int CLOSING_SENSORS = 24;

    private static final int CLOSING_SLOTS = 12;

    private final StreamedJob job;
    private final MaskedRecording recording;
    private final StreamedAnswers answers;
    private final StreamedProgress progress;
    private long sent;

    RecordedStream(StreamedJob job, MaskedRecording recording, StreamedAnswers answers) {
        this.job = job;
        this.recording = recording;
        this.answers = answers;
        this.progress = new StreamedProgress(recording, answers);
    }

    /**
     * Returns when every reading is answered, and what stood on the topic then is read: the
     * revisions that a reading brings are committed with its answer.
     */
    void run() {
        recording.forEachReading(StreamedJob.GROUP, this::send);
        close(recording.data());
        awaitAnswers(sent);
        job.readToEnd(answers);
        progress.say();
    }

    private void send(Reading reading) {
        job.send(reading);
        sent++;
        if (sent - answers.answered() >= MOST_UNDERWAY) {
            awaitAnswers(sent - MOST_UNDERWAY / 2);
        }
    }

    /** Other sensors' readings let event time pass the end. */
    private void close(DataSet data) {
        long behindMillis = data.lastMillis() + CLOSING_SLOTS * data.intervalMillis();
        double[] values = new double[data.channels().size()];
        for (int k = 0; k < CLOSING_SENSORS; k++) {
            job.send(new Reading("closing-" + k, StreamedJob.GROUP, behindMillis, values));
        }
    }

    private void awaitAnswers(long count) {
        job.flush();
        job.await(
                "results of " + count + " readings",
                answers::results,
                () -> {
                    job.poll(answers);
                    progress.look();
                    return answers.answered() >= count;
                });
    }
}
