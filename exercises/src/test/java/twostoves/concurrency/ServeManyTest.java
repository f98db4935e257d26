package twostoves.concurrency;

import twostoves.checks.concurrency.ServeManyChecks;

/** Grades {@link ServeMany}; what it demands is in {@link ServeManyChecks}. */
class ServeManyTest extends ServeManyChecks {}
