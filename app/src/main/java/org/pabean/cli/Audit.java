package org.pabean.cli;

import picocli.CommandLine.Command;

/** The commands around the record. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "Checks that the record of what happened is what was written.")
final class Audit extends Group {}
