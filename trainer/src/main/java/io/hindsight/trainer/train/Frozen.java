package io.hindsight.trainer.train;

import io.hindsight.model.anchor.Anchor;
import io.hindsight.model.revise.BackwardWeights;
import io.hindsight.model.student.Student;
import io.hindsight.model.student.StudentSpec;
import io.hindsight.model.student.StudentWeights;
import io.hindsight.trainer.anchor.BackwardNumbers;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What has been fitted before a net is trained, and stays as it is.
 *
 * @param anchors makes an anchor for one thread
 * @param backward the backward filter, for nets that look back
 * @param student the finished student, for a reviser
 */
public record Frozen(
        StudentSpec spec,
        Supplier<Anchor> anchors,
        Optional<BackwardNumbers> backward,
        Optional<StudentWeights> student) {

    /** What is frozen before a student is trained. */
    public static Frozen causal(StudentSpec spec, Supplier<Anchor> anchors) {
        return new Frozen(spec, anchors, Optional.empty(), Optional.empty());
    }

    /** What is frozen before a student is trained, with the look back. */
    Frozen withoutStudent() {
        return new Frozen(spec, anchors, backward, Optional.empty());
    }

    Optional<Student> newStudent() {
        return student.map(weights -> new Student(spec, weights));
    }

    Optional<BackwardWeights> backwardWeights() {
        return backward.map(BackwardNumbers::weights);
    }
}
