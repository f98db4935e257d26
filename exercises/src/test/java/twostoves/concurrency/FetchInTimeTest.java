package twostoves.concurrency;

import twostoves.checks.concurrency.FetchInTimeChecks;

/** Grades {@link FetchInTime}; what it demands is in {@link FetchInTimeChecks}. */
class FetchInTimeTest extends FetchInTimeChecks {}
