/** Track 4, which stove: the checks of the exercises on choosing and combining. */
package twostoves.checks.choosing;
