package twostoves.sharing;

import twostoves.checks.sharing.TallyChecks;

/** Grades {@link Tally}; what it demands is in {@link TallyChecks}. */
class TallyTest extends TallyChecks {}
