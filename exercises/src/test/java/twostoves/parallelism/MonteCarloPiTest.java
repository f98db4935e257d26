package twostoves.parallelism;

import twostoves.checks.parallelism.MonteCarloPiChecks;

/** Grades {@link MonteCarloPi}; what it demands is in {@link MonteCarloPiChecks}. */
class MonteCarloPiTest extends MonteCarloPiChecks {}
