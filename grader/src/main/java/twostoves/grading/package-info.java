/** Exercises, checks, what comes of them, and the names of what can be wrong. */
package twostoves.grading;
