package io.hindsight.trainer.teach;

import io.hindsight.model.student.StudentSpec;
import io.hindsight.trainer.nets.Parameters;
import io.hindsight.trainer.nets.TeacherNet;
import io.hindsight.trainer.train.Guide;
import io.hindsight.trainer.train.Loop;
import io.hindsight.trainer.train.LoopOptions;
import io.hindsight.trainer.train.Progress;
import io.hindsight.trainer.train.Shard;
import io.hindsight.trainer.train.WindowOptions;
import io.hindsight.trainer.train.WindowSource;
import java.util.ArrayList;
import java.util.List;

/**
 * A net that sees the past and the future of a hole: it runs over the window in both directions and
 * corrects the line between the values at the hole's ends.
 */
public final class Teacher implements AutoCloseable {
    private final StudentSpec spec;
    private final int hidden;
    private final WindowOptions window;
    private final Parameters parameters;

    /**
     * @param spec of the student; the teacher has its cell and its inputs
     * @param hidden units in each direction
     */
    public Teacher(StudentSpec spec, int hidden, WindowOptions window, long seed) {
        this.spec = spec;
        this.hidden = hidden;
        this.window = window;
        this.parameters = TeacherNet.newParameters(spec, hidden, seed);
    }

    public Loop.Outcome train(
            WindowSource training,
            WindowSource validation,
            LoopOptions options,
            Progress progress) {
        List<Shard> shards = new ArrayList<>();
        for (int s = 0; s < window.shards(); s++) {
            shards.add(new TeacherShard(spec, hidden, parameters.share(), window));
        }
        try {
            return new Loop("teacher", shards, options).run(training, validation, progress);
        } finally {
            shards.forEach(Shard::close);
        }
    }

    /** A guide for one shard of a student's training. */
    public Guide guide() {
        return new TeacherGuide(spec, hidden, parameters.share(), window);
    }

    @Override
    public void close() {
        parameters.close();
    }
}
