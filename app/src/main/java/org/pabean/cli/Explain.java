package org.pabean.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pabean.assess.Assessment;
import org.pabean.assess.Assessor;
import org.pabean.assess.Lane;
import org.pabean.classify.Candidate;
import org.pabean.classify.Evidence;
import org.pabean.classify.Line;
import org.pabean.listing.Listing;
import org.pabean.listing.Listing.Field;
import org.pabean.screening.Finding;
import org.pabean.tariff.Entry;
import org.pabean.tariff.GoodsQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows all that speaks for and against the codes of one listing. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Assesses one listing and shows all evidence.")
final class Explain implements Callable<Integer> {

  private static final int SHOWN = 4;

  @Parameters(paramLabel = "TITLE", description = "The goods, as a shop would call them.")
  private String title = "";

  @Option(names = "--material", description = "What they are made of.")
  private String material = "";

  @Option(names = "--description", description = "More about them.")
  private String description = "";

  @Option(
      names = "--answer",
      description = "Your answer to the question that was asked: its number or its words.")
  private String answer = "";

  @Option(
      names = "--json",
      description = "A line of JSON for each destination, as classify writes into results.jsonl.")
  private boolean json;

  @Mixin private Options options = new Options();

  @Mixin private ModelOption model = new ModelOption();

  @Mixin private Console console = new Console();

  @Override
  public Integer call() {
    if (title.isBlank()) {
      return console.refuse("Say what the goods are: explain \"ceramic knife\" --to SG");
    }
    Listing listing =
        new Listing.Builder()
            .with(Field.TITLE, title)
            .with(Field.MATERIAL, material)
            .with(Field.DESCRIPTION, description)
            .build();
    Assessor assessor = LocalAssessor.load(options.threshold(), model);
    PrintWriter print = console.out();
    for (String destination : options.destinations()) {
      Assessment assessment = assessor.assess(listing, destination, options.date());
      if (!answer.isEmpty()) {
        Optional<String> chosen = chosen(assessment.question());
        if (chosen.isEmpty()) {
          return console.refuse(refusal(assessment.question()));
        }
        assessment = assessor.assess(listing, destination, options.date(), chosen.get());
      }
      if (json) {
        print.println(ResultLine.of(1, "", assessment));
      } else {
        print(print, assessor, assessment);
      }
    }
    print.flush();
    return 0;
  }

  private Optional<String> chosen(@Nullable GoodsQuestion question) {
    if (question == null) {
      return Optional.empty();
    }
    List<GoodsQuestion.Answer> answers = question.answers();
    Optional<GoodsQuestion.Answer> byNumber =
        IntStream.range(0, answers.size())
            .filter(i -> Integer.toString(i + 1).equals(answer.strip()))
            .mapToObj(answers::get)
            .findFirst();
    return byNumber.or(() -> question.answer(answer)).map(GoodsQuestion.Answer::text);
  }

  private String refusal(@Nullable GoodsQuestion question) {
    return question == null
        ? "Nothing was asked about \"%s\", so leave --answer out.".formatted(title)
        : "\"%s\" is none of the answers to \"%s\": give a number from 1 to %d."
            .formatted(answer, question.text(), question.answers().size());
  }

  private void print(PrintWriter print, Assessor assessor, Assessment assessment) {
    print.printf(
        "%n%s  →  %s, rules of %s%n%n", title, assessment.destination(), assessment.asOf());
    print.printf("  %s%n", lane(assessment));
    if (!assessment.candidates().isEmpty()) {
      print.printf("%n  What it may be%n");
    }
    assessment.candidates().stream()
        .limit(SHOWN)
        .forEach(candidate -> print(print, assessor, candidate));
    Line line = assessment.line();
    if (line != null) {
      print.printf("%n  The line of AHTN 2022%n");
      print.printf("  %5s  %s%n", percent(line.confidence()), line.code());
      if (!line.missing().isEmpty()) {
        print.printf("         To be sure, say which it is: %s%n", line.missing());
      }
    }
    print(print, "Why it is held", assessment.holding());
    print(print, "Good to know", assessment.notes());
    print(print, "Rules on trial that would fire", assessment.onTrial());
    GoodsQuestion question = assessment.question();
    if (question != null) {
      print(print, question);
    }
    print.printf(
        "%n  Made with %s%n",
        assessment.versions().entrySet().stream()
            .map(version -> version.getKey() + " " + version.getValue())
            .collect(Collectors.joining(", ")));
  }

  private static String lane(Assessment assessment) {
    String code = assessment.knownCode().map(c -> c.dotted()).orElse("no code");
    if (assessment.lane() == Lane.AUTO) {
      return "AUTO: final as %s, confidence %s.".formatted(code, percent(assessment.confidence()));
    }
    String who = assessment.lane() == Lane.BLOCKED ? "a lead" : "a specialist";
    return "%s: held, %s decides.".formatted(assessment.lane(), who);
  }

  private static void print(PrintWriter print, Assessor assessor, Candidate candidate) {
    String covers =
        assessor.nomenclature().find(candidate.code()).map(Entry::description).orElse("");
    print.printf("  %5s  %s  %s%n", percent(candidate.confidence()), candidate.code(), covers);
    String words =
        candidate.evidence().stream()
            .filter(e -> e.weight() > 0)
            .map(e -> "%s (%s)".formatted(e.text(), e.field()))
            .collect(Collectors.joining(", "));
    if (!words.isEmpty()) {
      print.printf("         for: %s%n", words);
    }
    String against =
        candidate.evidence().stream()
            .filter(e -> e.kind() == Evidence.Kind.AGAINST)
            .map(e -> "%s (%s)".formatted(e.text(), e.field()))
            .collect(Collectors.joining(", "));
    if (!against.isEmpty()) {
      print.printf("         against: %s%n", against);
    }
    for (Evidence evidence : candidate.evidence()) {
      String line = line(evidence);
      if (!line.isEmpty()) {
        print.printf("         %s%n", line);
      }
    }
  }

  private static String line(Evidence evidence) {
    return switch (evidence.kind()) {
      case GOODS_NAME, WORD, AGAINST -> "";
      case NEAREST -> "like: " + evidence.text();
      case NOTE_FOR -> "for, " + evidence.text();
      case NOTE_AGAINST -> "against, " + evidence.text();
      case EXCLUSION -> "against: it does not cover " + evidence.text();
      case NOTE -> "not here: " + evidence.text();
    };
  }

  private static void print(PrintWriter print, String heading, List<Finding> findings) {
    if (!findings.isEmpty()) {
      print.printf("%n  %s%n", heading);
      findings.forEach(finding -> print(print, finding));
    }
  }

  private static void print(PrintWriter print, Finding finding) {
    String where =
        finding.matched().isEmpty()
            ? ""
            : " (\"%s\" in %s)".formatted(finding.matched(), finding.field());
    print.printf("  %s: %s%s%n", finding.category(), finding.title(), where);
    print.printf("         %s%n", finding.reason());
    if (!finding.instrument().isEmpty()) {
      print.printf(
          "         %s, %s; verified: %s%n",
          finding.authority(), finding.instrument(), finding.verified());
    }
    if (!finding.provide().isEmpty()) {
      print.printf("         To provide: %s%n", finding.provide());
    }
    if (finding.ask().containsKey("en")) {
      print.printf("         To ask the seller: %s%n", finding.ask().get("en"));
    }
  }

  private static void print(PrintWriter print, GoodsQuestion question) {
    GoodsQuestion.Wording seller = question.seller();
    print.printf("%n  The question that would settle it (answer with --answer)%n");
    print.printf("  %s%n", seller == null ? question.text() : both(question.text(), seller.text()));
    for (int i = 0; i < question.answers().size(); i++) {
      GoodsQuestion.Answer choice = question.answers().get(i);
      String text = seller == null ? choice.text() : both(choice.text(), seller.answers().get(i));
      print.printf("    %d  %s → %s%n", i + 1, text, choice.code());
    }
  }

  private static String both(String english, String local) {
    return english.equals(local) ? english : "%s (%s)".formatted(local, english);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", Math.floor(100 * share));
  }
}
