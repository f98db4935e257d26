/** The checks: one class for each exercise, in a package for each track, and what they share. They are the specification. */
package twostoves.checks;
