package io.hindsight.trainer.adapt;

import io.hindsight.trainer.train.LaneOptions;
import io.hindsight.trainer.train.LoopOptions;
import io.hindsight.trainer.train.Objective;

/**
 * How a group's model learns of a new site.
 *
 * @param loop how long and how fast the heads learn; all parameters do so at a tenth of the rate
 * @param lanes how batches are cut from the data
 * @param objective what the student is trained for
 * @param ridge weight of the group's anchor beside the data, in slots
 */
public record Learning(LoopOptions loop, LaneOptions lanes, Objective objective, double ridge) {

    /** Slots of the training part from which something is learnt. */
    int leastTrainingSlots() {
        return 10 * lanes.steps();
    }
}
