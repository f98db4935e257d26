package twostoves.parallelism;

import twostoves.checks.parallelism.ParallelMapChecks;

/** Grades {@link ParallelMap}; what it demands is in {@link ParallelMapChecks}. */
class ParallelMapTest extends ParallelMapChecks {}
