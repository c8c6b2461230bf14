package io.hindsight.trainer.judge;

/**
 * The model beside baselines, on the same hidden cells.
 *
 * @param causal the model's step, which never looks ahead
 * @param locf last observation carried forward; the training mean before any
 * @param linear the line between the values on both sides: sees the future
 */
public record Judgement(MethodFigures causal, MethodFigures locf, MethodFigures linear) {}
