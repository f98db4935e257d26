package twostoves.parallelism;

import twostoves.checks.parallelism.MergeSortChecks;

/** Grades {@link MergeSort}; what it demands is in {@link MergeSortChecks}. */
class MergeSortTest extends MergeSortChecks {}
