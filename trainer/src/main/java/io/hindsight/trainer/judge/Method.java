package io.hindsight.trainer.judge;

import java.util.function.Function;

/**
 * A way to fill holes.
 *
 * @param fill estimates for one series, from what of it is visible
 */
public record Method(MethodName name, Function<VisibleSeries, Estimates> fill) {}
