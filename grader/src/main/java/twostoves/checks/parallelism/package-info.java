/** Track 2, two stoves: the checks of the exercises on computing work. */
package twostoves.checks.parallelism;
