package twostoves.sharing;

import twostoves.checks.sharing.BankTransferChecks;

/** Grades {@link BankTransfer}; what it demands is in {@link BankTransferChecks}. */
class BankTransferTest extends BankTransferChecks {}
