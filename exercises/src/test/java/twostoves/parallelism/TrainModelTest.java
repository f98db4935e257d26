package twostoves.parallelism;

import twostoves.checks.parallelism.TrainModelChecks;

/** Grades {@link TrainModel}; what it demands is in {@link TrainModelChecks}. */
class TrainModelTest extends TrainModelChecks {}
