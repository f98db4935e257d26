/** A learner's working tree: where things lie, what is remembered of the learner, and how a stub comes back. */
package twostoves.workspace;
