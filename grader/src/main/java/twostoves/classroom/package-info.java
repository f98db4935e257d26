/** Grades a whole class of submissions: side by side, in parts on several machines, and on again after an interruption. */
@NullMarked
package twostoves.classroom;

import org.jspecify.annotations.NullMarked;
