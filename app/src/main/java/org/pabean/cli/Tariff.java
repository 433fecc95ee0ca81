package org.pabean.cli;

import picocli.CommandLine.Command;

/** The commands around codes and tariffs. */
@Command(
    name = "tariff",
    mixinStandardHelpOptions = true,
    subcommands = {ImportTariff.class, ShowTariff.class, SearchTariff.class, CheckTariff.class},
    description = "Imports national tariffs, shows codes, checks the built-in data.")
final class Tariff extends Group {}
