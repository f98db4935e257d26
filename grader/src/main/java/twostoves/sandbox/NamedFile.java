package twostoves.sandbox;

/**
 * A source or class file on its way between the grader and a worker.
 *
 * @param name relative to where packages begin, with forward slashes
 * @param content its bytes
 */
record NamedFile(String name, byte[] content) {}
