package twostoves.sandbox;

/**
 * Asks a worker to judge one exercise.
 *
 * @param checks the binary name of its class of checks
 */
record Order(String checks) {}
