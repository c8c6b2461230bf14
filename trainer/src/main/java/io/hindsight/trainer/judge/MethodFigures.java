package io.hindsight.trainer.judge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Map;

/**
 * One way to fill holes, judged.
 *
 * @param z over all channels, in z units of the training part
 * @param seesFuture whether it looked past the hole
 * @param maeAboveCausal what {@code mae} has above the causal step's; null for this step itself,
 *     and where there are no intervals
 * @param channels each channel in its own unit
 * @param channelsInZ each channel in z units
 * @param gapLengths over all channels in z units, for each length of gap that was hidden
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MethodFigures(
        @JsonUnwrapped Figures z,
        boolean seesFuture,
        Difference maeAboveCausal,
        Map<String, Figures> channels,
        Map<String, Figures> channelsInZ,
        Map<String, Figures> gapLengths) {}
