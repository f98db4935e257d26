package twostoves.concurrency;

import twostoves.checks.concurrency.FetchThousandsChecks;

/** Grades {@link FetchThousands}; what it demands is in {@link FetchThousandsChecks}. */
class FetchThousandsTest extends FetchThousandsChecks {}
