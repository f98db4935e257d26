package twostoves.choosing;

import twostoves.checks.choosing.ThumbnailServiceChecks;

/** Grades {@link ThumbnailService}; what it demands is in {@link ThumbnailServiceChecks}. */
class ThumbnailServiceTest extends ThumbnailServiceChecks {}
