package io.hindsight.trainer.train;

import io.hindsight.model.anchor.Anchor;
import io.hindsight.model.anchor.HeldValues;
import io.hindsight.model.revise.BackwardWeights;
import io.hindsight.model.student.Student;
import io.hindsight.model.student.StudentSpec;
import io.hindsight.model.student.StudentWeights;
import io.hindsight.trainer.anchor.AnchorNumbers;
import io.hindsight.trainer.anchor.BackwardNumbers;
import java.util.Optional;

/**
 * What has been fitted before a net is trained, and stays as it is.
 *
 * @param anchor the filter, if there is one
 * @param backward the backward filter, for nets that look back
 * @param student the finished student, for a reviser
 */
public record Frozen(
        StudentSpec spec,
        Optional<AnchorNumbers> anchor,
        Optional<BackwardNumbers> backward,
        Optional<StudentWeights> student) {

    /** An anchor for one thread. */
    public Anchor newAnchor() {
        return anchor.isPresent() ? anchor.get().newFilter() : new HeldValues(spec.channelCount());
    }

    Optional<Student> newStudent() {
        return student.map(weights -> new Student(spec, weights));
    }

    Optional<BackwardWeights> backwardWeights() {
        return backward.map(BackwardNumbers::weights);
    }

    /** The same without what looks back. */
    public Frozen causal() {
        return new Frozen(spec, anchor, Optional.empty(), Optional.empty());
    }
}
