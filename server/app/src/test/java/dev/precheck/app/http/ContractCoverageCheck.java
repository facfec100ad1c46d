package dev.precheck.app.http;

import dev.precheck.guard.ContractCoverage;

/** Runs after all other tests, see the module's build file. */
class ContractCoverageCheck extends ContractCoverage {}
