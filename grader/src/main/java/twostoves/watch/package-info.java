/** The learner's loop: judges an exercise at every save, and shows at the press of a key what helps. */
package twostoves.watch;
