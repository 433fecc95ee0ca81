package org.pabean.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pabean.assess.Assessment;
import org.pabean.assess.Gate;
import org.pabean.assess.Lane;
import org.pabean.classify.Line;
import org.pabean.consignment.Cleared;
import org.pabean.consignment.Consignment;
import org.pabean.consignment.FilledForm;
import org.pabean.consignment.Papers;
import org.pabean.consignment.WcoData;
import org.pabean.document.PaperPress;
import org.pabean.document.PdfPress;
import org.pabean.screening.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Fills the papers of a shipment without a server; none while a line is held. */
@Command(
    name = "documents",
    mixinStandardHelpOptions = true,
    description = "Fills every paper of a shipment, without a server; none while a line is held.")
final class FillDocuments implements Callable<Integer> {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Parameters(paramLabel = "FILE", description = "The shipment, as JSON.")
  private Path file = Path.of("");

  @Option(names = "--out", description = "Where the papers go (default: out).")
  private Path out = Path.of("out");

  @Option(
      names = "--date",
      paramLabel = "2026-11-24",
      description = "The day of the papers, whose rules apply (default: today).")
  private @Nullable LocalDate date;

  @Mixin private ModelOption model = new ModelOption();

  @Mixin private Console console = new Console();

  @Override
  public Integer call() throws IOException {
    ShipmentToFill shipment;
    try {
      shipment = ShipmentToFill.read(Files.readAllBytes(Console.existing(file)));
    } catch (IllegalArgumentException e) {
      return console.refuse(file + ": " + e.getMessage());
    }
    LocalDate day = date == null ? LocalDate.now(ZoneOffset.UTC) : date;
    List<Assessment> assessments =
        shipment.assess(
            precedents -> LocalAssessor.load(Gate.DEFAULT_THRESHOLD, model, precedents), day);
    if (assessments.stream().anyMatch(assessment -> assessment.lane() != Lane.AUTO)) {
      return held(shipment.consignment(), assessments);
    }
    Cleared cleared = cleared(shipment.consignment(), assessments, day);
    return write(cleared, Papers.of(cleared));
  }

  private int held(Consignment said, List<Assessment> assessments) {
    console.say("Held: no paper is filled while a person has to decide.");
    for (int i = 0; i < assessments.size(); i++) {
      Assessment assessment = assessments.get(i);
      if (assessment.lane() != Lane.AUTO) {
        console.say("  line %d  %s".formatted(i + 1, said.lines().get(i).listing().title()));
        for (Finding finding : assessment.open()) {
          console.say("          %s: %s".formatted(finding.rule(), finding.title()));
        }
      }
    }
    console.say("  Next: let a person decide on the desk (./pabean serve), or enter the decision");
    console.say("  with its line as \"decided\"; docs/formats.md says how.");
    return 1;
  }

  private static Cleared cleared(Consignment said, List<Assessment> assessments, LocalDate day) {
    List<Cleared.Line> lines = new ArrayList<>();
    for (Assessment assessment : assessments) {
      Line line = assessment.line();
      lines.add(
          new Cleared.Line(
              assessment.knownCode().orElseThrow(),
              line != null && line.missing().isEmpty() ? line.code() : null,
              assessment.findings()));
    }
    return new Cleared(said, lines, day, "INV-%s-1".formatted(said.reference()));
  }

  private int write(Cleared cleared, Papers papers) throws IOException {
    Files.createDirectories(out);
    if (papers.agree()) {
      var press = new PaperPress(new PdfPress());
      write("commercial-invoice.pdf", press.invoice(cleared));
      write("wco.json", JSON.writeValueAsBytes(WcoData.of(cleared)));
      for (FilledForm form : papers.forms()) {
        write(form.form() + ".pdf", press.form(form, cleared.date()));
        write(form.form() + ".json", JSON.writeValueAsBytes(form.data()));
      }
    }
    papers.notes().forEach(note -> console.say("  Note: " + note));
    if (!papers.faults().isEmpty()) {
      console.say("Not filled:");
      papers.faults().forEach(fault -> console.say("  " + fault));
    }
    return papers.faults().isEmpty() ? 0 : 1;
  }

  private void write(String name, byte[] content) throws IOException {
    Files.write(out.resolve(name), content);
    console.say("  " + out.resolve(name));
  }
}
