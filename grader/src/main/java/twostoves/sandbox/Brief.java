package twostoves.sandbox;

/**
 * The first message to a worker.
 *
 * @param key what the worker {@linkplain Seal seals} its messages with; nobody else in its process knows it
 */
record Brief(String key) {}
