/** Takes a submission in, compiles it, and runs the checks on it in worker processes. */
package twostoves.sandbox;
