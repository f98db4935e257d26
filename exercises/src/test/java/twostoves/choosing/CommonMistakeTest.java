package twostoves.choosing;

import twostoves.checks.choosing.CommonMistakeChecks;

/** Grades {@link CommonMistake}; what it demands is in {@link CommonMistakeChecks}. */
class CommonMistakeTest extends CommonMistakeChecks {}
