package org.pabean.cli;

import picocli.CommandLine.Mixin;

/** A command that only gathers others: run alone, it names them. */
abstract class Group implements Runnable {

  @Mixin private Console console = new Console();

  @Override
  public void run() {
    throw console.nothingChosen();
  }
}
