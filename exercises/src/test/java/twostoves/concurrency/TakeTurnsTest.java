package twostoves.concurrency;

import twostoves.checks.concurrency.TakeTurnsChecks;

/** Grades {@link TakeTurns}; what it demands is in {@link TakeTurnsChecks}. */
class TakeTurnsTest extends TakeTurnsChecks {}
