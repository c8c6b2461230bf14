package io.hindsight.trainer.judge;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Map;

/**
 * One way to fill holes, judged.
 *
 * @param z over all channels, in z units of the training part
 * @param seesFuture whether it looked past the hole, which no stream can
 * @param channels each channel in its own unit
 */
public record MethodFigures(
        @JsonUnwrapped Figures z, boolean seesFuture, Map<String, Figures> channels) {}
