/** What learners read about exercises and misconceptions, taken from the Markdown under {@code docs}. */
package twostoves.pages;
