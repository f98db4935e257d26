package twostoves.parallelism;

import twostoves.checks.parallelism.BlurImageChecks;

/** Grades {@link BlurImage}; what it demands is in {@link BlurImageChecks}. */
class BlurImageTest extends BlurImageChecks {}
