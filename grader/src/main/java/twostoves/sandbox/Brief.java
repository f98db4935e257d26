package twostoves.sandbox;

import twostoves.grading.Workbench;

/**
 * The first message to a worker.
 *
 * @param mark what the worker's own messages begin with; nobody else in its process knows it
 * @param bench what it is to judge
 */
record Brief(String mark, Workbench bench) {}
