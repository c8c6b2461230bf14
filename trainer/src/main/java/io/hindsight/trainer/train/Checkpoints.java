package io.hindsight.trainer.train;

import java.util.Optional;

/**
 * Where the states of training loops outlast their process, each under its network's name. Loops
 * may save and load at once, from threads of their own.
 */
public interface Checkpoints {
    /**
     * What was saved last under this name.
     *
     * @throws CheckpointException if what is there cannot be used
     */
    Optional<LoopState> load(String network);

    /** Takes the place of what was saved under this name before. */
    void save(String network, LoopState state);

    /** Keeps nothing. */
    static Checkpoints none() {
        return None.NONE;
    }

    /** Forgets what it is given. */
    enum None implements Checkpoints {
        NONE;

        @Override
        public Optional<LoopState> load(String network) {
            return Optional.empty();
        }

        @Override
        public void save(String network, LoopState state) {}
    }
}
