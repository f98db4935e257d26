/** What is read at a terminal beside the board: the list of exercises, hints and explanations, as lines. */
package twostoves.console;
