package twostoves.concurrency;

import twostoves.checks.concurrency.FetchAllChecks;

/** Grades {@link FetchAll}; what it demands is in {@link FetchAllChecks}. */
class FetchAllTest extends FetchAllChecks {}
