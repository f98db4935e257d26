package twostoves.concurrency;

import twostoves.checks.concurrency.FastestMirrorChecks;

/** Grades {@link FastestMirror}; what it demands is in {@link FastestMirrorChecks}. */
class FastestMirrorTest extends FastestMirrorChecks {}
