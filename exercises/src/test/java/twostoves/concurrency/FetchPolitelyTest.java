package twostoves.concurrency;

import twostoves.checks.concurrency.FetchPolitelyChecks;

/** Grades {@link FetchPolitely}; what it demands is in {@link FetchPolitelyChecks}. */
class FetchPolitelyTest extends FetchPolitelyChecks {}
