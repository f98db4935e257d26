package twostoves.choosing;

import twostoves.checks.choosing.ChooseApproachChecks;

/** Grades {@link ChooseApproach}; what it demands is in {@link ChooseApproachChecks}. */
class ChooseApproachTest extends ChooseApproachChecks {}
