package twostoves.sandbox;

import twostoves.grading.Workbench;

/**
 * The first message to a worker.
 *
 * @param key what the worker {@linkplain Seal seals} its messages with; nobody else in its process knows it
 * @param bench what it is to judge
 */
record Brief(String key, Workbench bench) {}
