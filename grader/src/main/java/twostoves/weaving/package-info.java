/**
 * Prepares the learner's classes when they are loaded: timed operations of the JDK go by the virtual clock, and writes to
 * shared state are watched.
 */
package twostoves.weaving;
