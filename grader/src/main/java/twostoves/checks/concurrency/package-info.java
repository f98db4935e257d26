/** Track 1, one stove: the checks of the exercises on waiting work. */
package twostoves.checks.concurrency;
