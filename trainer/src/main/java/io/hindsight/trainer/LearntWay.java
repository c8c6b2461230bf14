package io.hindsight.trainer;

/**
 * A way in which a student was taught, and where it led.
 *
 * @param belief share of the loss under a teacher's belief, 0 for the truth alone
 * @param state weight of the distance from the teacher's backward state
 * @param validationLoss by the truth, in nats a cell
 * @param chosen whether this one is the student
 */
public record LearntWay(double belief, double state, double validationLoss, boolean chosen) {
    /** Whether it had a teacher. */
    public boolean isTaught() {
        return belief > 0;
    }
}
