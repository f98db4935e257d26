/** Static rules on the learner's bytecode, with ArchUnit. */
package twostoves.rules;
