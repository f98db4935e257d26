/** Runs a part of a check in a JVM of its own, where processors and memory are as the exercise says. */
package twostoves.fork;
