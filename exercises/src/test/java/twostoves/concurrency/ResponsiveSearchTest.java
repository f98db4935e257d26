package twostoves.concurrency;

import twostoves.checks.concurrency.ResponsiveSearchChecks;

/** Grades {@link ResponsiveSearch}; what it demands is in {@link ResponsiveSearchChecks}. */
class ResponsiveSearchTest extends ResponsiveSearchChecks {}
