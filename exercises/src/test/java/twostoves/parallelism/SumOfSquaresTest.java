package twostoves.parallelism;

import twostoves.checks.parallelism.SumOfSquaresChecks;

/** Grades {@link SumOfSquares}; what it demands is in {@link SumOfSquaresChecks}. */
class SumOfSquaresTest extends SumOfSquaresChecks {}
