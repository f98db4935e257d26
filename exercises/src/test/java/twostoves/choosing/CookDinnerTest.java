package twostoves.choosing;

import twostoves.checks.choosing.CookDinnerChecks;

/** Grades {@link CookDinner}; what it demands is in {@link CookDinnerChecks}. */
class CookDinnerTest extends CookDinnerChecks {}
