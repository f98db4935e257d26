/** Explores the schedules of a few threads that share one object of the learner's, in a JVM that watches every access. */
@NullMarked
package twostoves.races;

import org.jspecify.annotations.NullMarked;
