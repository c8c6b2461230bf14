package io.hindsight.trainer.train;

/** Someone who knows more than the student: says what the cells of a batch most likely are. */
public interface Guide extends AutoCloseable {
    /**
     * @param mean receives the believed value of each cell, in z units
     * @param deviation receives the standard deviation of that belief
     */
    void believe(Batch batch, float[] mean, float[] deviation);

    @Override
    void close();
}
