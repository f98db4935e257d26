/**
 * Watches the accesses of the learner's classes and what orders them, inside the JVM in which they run.
 *
 * <p>Lives on the boot class path, because rewritten classes of the JDK call it, and so needs nothing but {@code java.base}.
 * What is called while the submission runs must not call what has been rewritten: it does without lambdas, string
 * concatenation, pattern switches, and {@code java.util.concurrent}.
 */
package twostoves.racewatch;
