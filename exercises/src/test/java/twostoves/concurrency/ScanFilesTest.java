package twostoves.concurrency;

import twostoves.checks.concurrency.ScanFilesChecks;

/** Grades {@link ScanFiles}; what it demands is in {@link ScanFilesChecks}. */
class ScanFilesTest extends ScanFilesChecks {}
