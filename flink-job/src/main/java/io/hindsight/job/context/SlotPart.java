package io.hindsight.job.context;

import io.hindsight.model.context.SlotContext;

/**
 * What a shard has counted of a slot since it last said so: parts add up, whatever their order.
 *
 * @param added belongs to the receiver
 */
public record SlotPart(String group, SlotId slot, SlotContext added) {}
