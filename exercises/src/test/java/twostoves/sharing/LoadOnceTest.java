package twostoves.sharing;

import twostoves.checks.sharing.LoadOnceChecks;

/** Grades {@link LoadOnce}; what it demands is in {@link LoadOnceChecks}. */
class LoadOnceTest extends LoadOnceChecks {}
