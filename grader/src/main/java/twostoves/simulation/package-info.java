/** Virtual time for real Java threads: clock, conductor, quiescence, and simulated services and cores. */
package twostoves.simulation;
