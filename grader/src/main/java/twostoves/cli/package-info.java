/** The command line. */
package twostoves.cli;
