package io.hindsight.trainer.judge;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Map;

/**
 * One way to fill holes, judged.
 *
 * @param z over all channels, in z units of the training part
 * @param seesFuture whether it looked past the hole
 * @param channels each channel in its own unit
 * @param channelsInZ each channel in z units
 * @param gapLengths over all channels in z units, for each length of gap that was hidden
 */
public record MethodFigures(
        @JsonUnwrapped Figures z,
        boolean seesFuture,
        Map<String, Figures> channels,
        Map<String, Figures> channelsInZ,
        Map<String, Figures> gapLengths) {}
