package twostoves.parallelism;

import twostoves.checks.parallelism.WordFrequencyChecks;

/** Grades {@link WordFrequency}; what it demands is in {@link WordFrequencyChecks}. */
class WordFrequencyTest extends WordFrequencyChecks {}
