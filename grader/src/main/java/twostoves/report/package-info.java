/** The neutral report on a session, and everything that is written from it. */
package twostoves.report;
