package org.pabean.cli;

import picocli.CommandLine.Command;

/** The commands around rule packs. */
@Command(
    name = "rules",
    mixinStandardHelpOptions = true,
    subcommands = {CheckRules.class, TestRules.class, SimulateRules.class},
    description = "Checks rule packs, measures them, and shows what a new one would cost.")
final class Rules extends Group {}
