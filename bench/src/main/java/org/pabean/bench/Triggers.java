package org.pabean.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import org.pabean.classify.JointClassifier;
import org.pabean.evaluate.TriggerCase;
import org.pabean.evaluate.TriggerFile;
import org.pabean.evaluate.TriggerRun;
import org.pabean.screening.Screener;
import org.pabean.tariff.Nomenclature;

/**
 * Measures screening on the trigger test set: {@code Triggers FOLDER [FAULTS_FILE]}. Three cases in
 * ten are sealed: their figures are given, and their faults never shown.
 */
public final class Triggers {

  private static final LocalDate DATE = LocalDate.of(2026, 11, 25);
  private static final int PARTS = 10;
  private static final int SEALED = 3;
  private static final Set<String> SAFETY =
      Set.of(
          "battery",
          "blade",
          "chemical",
          "drone",
          "electrical",
          "fireworks",
          "helmet",
          "jammer",
          "laser",
          "medical_device",
          "medicine",
          "pesticide",
          "toy",
          "vape",
          "weapon");

  private Triggers() {}

  /** Prints a table for the open and one for the sealed part. */
  public static void main(String[] args) throws IOException {
    List<TriggerCase> cases = TriggerFile.read(Path.of(args[0]), DATE);
    JointClassifier classifier = JointClassifier.builtIn(Nomenclature.hs2022());
    Screener screener = Screener.builtIn();
    TriggerRun open =
        TriggerRun.of(classifier, screener, cases.stream().filter(c -> !isSealed(c)).toList());
    print("open", open);
    print(
        "sealed",
        TriggerRun.of(classifier, screener, cases.stream().filter(Triggers::isSealed).toList()));
    if (args.length > 1) {
      try (var out =
          new PrintStream(Files.newOutputStream(Path.of(args[1])), false, StandardCharsets.UTF_8)) {
        open.outcomes().stream().filter(o -> !o.isRight()).forEach(o -> fault(out, o));
      }
    }
  }

  private static boolean isSealed(TriggerCase one) {
    var crc = new CRC32();
    crc.update(one.id().getBytes(StandardCharsets.UTF_8));
    return crc.getValue() % PARTS < SEALED;
  }

  private static void print(String name, TriggerRun run) {
    System.out.printf(
        "%n%s, n = %d%n%n| category | expected | recall %% | fired | precision %%"
            + " |%n|---|---|---|---|---|%n",
        name, run.outcomes().size());
    for (Map.Entry<String, TriggerRun.Count> entry : run.byCategory().entrySet()) {
      print(entry.getKey(), entry.getValue());
    }
    print("**prohibited and safety categories**", run.together(SAFETY::contains));
    print("**all**", run.together(category -> true));
    System.out.printf(
        "%nroutine listings held: %s %%; prohibited goods blocked: %s %%%n",
        run.routineHeld().asPercentCell(), run.prohibitedBlocked().asPercentCell());
  }

  private static void print(String name, TriggerRun.Count count) {
    System.out.printf(
        "| %s | %d | %s | %d | %s |%n",
        name,
        count.expected(),
        count.recall().asPercentCell(),
        count.judged(),
        count.precision().asPercentCell());
  }

  private static void fault(PrintStream out, TriggerRun.Outcome outcome) {
    out.printf(
        "%s\t%s\t%s\tmissed %s\tfalse %s\t%s\t%s%n",
        outcome.one().id(),
        outcome.one().kind(),
        outcome.one().destination(),
        outcome.missed(),
        outcome.falseAlarms(),
        outcome.one().listing().title(),
        outcome.findings().stream()
            .map(f -> "%s:%s:%s:%s".formatted(f.rule(), f.category(), f.field(), f.matched()))
            .toList());
  }
}
