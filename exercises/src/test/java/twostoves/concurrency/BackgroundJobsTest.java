package twostoves.concurrency;

import twostoves.checks.concurrency.BackgroundJobsChecks;

/** Grades {@link BackgroundJobs}; what it demands is in {@link BackgroundJobsChecks}. */
class BackgroundJobsTest extends BackgroundJobsChecks {}
