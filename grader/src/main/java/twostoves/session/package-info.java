/** Grading where JUnit is started by somebody else: by {@code mvn test} or by an IDE. */
package twostoves.session;
