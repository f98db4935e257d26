/** Track 3, the shared kitchen: the checks of the exercises on shared state. */
package twostoves.checks.sharing;
