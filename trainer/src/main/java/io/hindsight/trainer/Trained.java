package io.hindsight.trainer;

import io.hindsight.model.bundle.Bundle;

/** A student ready to be published, and what it is worth. */
public record Trained(Bundle bundle, TrainingMetrics metrics) {}
