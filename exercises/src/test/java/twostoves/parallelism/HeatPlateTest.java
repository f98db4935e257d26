package twostoves.parallelism;

import twostoves.checks.parallelism.HeatPlateChecks;

/** Grades {@link HeatPlate}; what it demands is in {@link HeatPlateChecks}. */
class HeatPlateTest extends HeatPlateChecks {}
