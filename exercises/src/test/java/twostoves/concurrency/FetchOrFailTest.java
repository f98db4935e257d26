package twostoves.concurrency;

import twostoves.checks.concurrency.FetchOrFailChecks;

/** Grades {@link FetchOrFail}; what it demands is in {@link FetchOrFailChecks}. */
class FetchOrFailTest extends FetchOrFailChecks {}
