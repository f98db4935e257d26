/** The real thing: a service on this machine behind real sockets, for checks that come after those in virtual time. */
package twostoves.checks.loopback;
