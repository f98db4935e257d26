package twostoves.rules;

import com.tngtech.archunit.lang.ArchRule;
import twostoves.grading.Diagnosis;

/**
 * A rule that a submission must keep, and the name of what breaks it.
 *
 * @param rule the rule on bytecode; its {@code because} is what the learner reads
 * @param because why, a sentence that goes on after the place and the call
 * @param diagnosis the name of the breach
 * @param harmful whether code that breaks the rule must not be run
 */
public record LearnerRule(ArchRule rule, String because, Diagnosis diagnosis, boolean harmful) {}
