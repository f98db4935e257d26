package twostoves.parallelism;

import twostoves.checks.parallelism.SplitRangeChecks;

/** Grades {@link SplitRange}; what it demands is in {@link SplitRangeChecks}. */
class SplitRangeTest extends SplitRangeChecks {}
