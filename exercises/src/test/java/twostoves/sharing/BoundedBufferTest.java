package twostoves.sharing;

import twostoves.checks.sharing.BoundedBufferChecks;

/** Grades {@link BoundedBuffer}; what it demands is in {@link BoundedBufferChecks}. */
class BoundedBufferTest extends BoundedBufferChecks {}
