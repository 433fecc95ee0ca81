package org.pabean.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.pabean.classify.JointClassifier;
import org.pabean.classify.Ranking;
import org.pabean.listing.Listing;
import org.pabean.screening.Reading;
import org.pabean.screening.Screener;
import org.pabean.screening.SellerHistory;
import org.pabean.tariff.Nomenclature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How many listings a second are screened, for one destination and for all, on one thread and two,
 * with the phrases of the packs and with ten and a hundred times as many: {@code Screening}. The
 * classifier runs before the clock does: its codes are what rules look at. On a shared machine the
 * figure per second of processor time is the sounder one.
 */
public final class Screening {

  private static final LocalDate DATE = LocalDate.of(2026, 11, 26);
  private static final List<String> ALL =
      List.of("SG", "MY", "TH", "VN", "ID", "PH", "BN", "KH", "LA", "MM", "TL");
  private static final long WARM_UP = 5_000_000_000L;
  private static final long MEASURE = 8_000_000_000L;

  private Screening() {}

  /**
   * What was done.
   *
   * @param listings how many were screened
   * @param seconds on the clock
   * @param cpuSeconds of the processor, of all threads
   */
  private record Work(long listings, double seconds, double cpuSeconds) {

    double perSecond() {
      return listings / seconds;
    }

    double perCpuSecond() {
      return listings / cpuSeconds;
    }
  }

  private record Ranked(Listing listing, Ranking ranking) {}

  /** Prints a Markdown table. */
  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    List<Ranked> listings = listings();
    int phrases = Screener.builtInPhrases();
    System.out.printf(
        "%,d titles, %,d phrases, %d destinations%n%n", listings.size(), phrases, ALL.size());
    System.out.println(
        "| phrases | destinations | threads | listings/s | listings per second of processor time"
            + " |");
    System.out.println("|---|---|---|---|---|");
    for (int times : new int[] {1, 10, 100}) {
      Screener screener =
          times == 1 ? Screener.builtIn() : Screener.builtInWith(madeUp((times - 1) * phrases));
      for (List<String> destinations : List.of(List.of("SG"), ALL)) {
        for (int threads = 1; threads <= 2; threads++) {
          run(screener, listings, destinations, threads, WARM_UP);
          Work work = run(screener, listings, destinations, threads, MEASURE);
          System.out.printf(
              Locale.ROOT,
              "| %d× (%,d) | %s | %d | %,.0f | %,.0f |%n",
              times,
              times * phrases,
              destinations.size() == 1 ? "SG" : "all " + destinations.size(),
              threads,
              work.perSecond(),
              work.perCpuSecond());
        }
      }
    }
  }

  /** Each thread screens all of them, over and over, from a place of its own. */
  private static Work run(
      Screener screener, List<Ranked> listings, List<String> to, int threads, long nanos)
      throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      long start = System.nanoTime();
      List<Future<Work>> counts = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        int first = t * listings.size() / threads;
        counts.add(pool.submit(() -> screen(screener, listings, to, first, start + nanos)));
      }
      long listed = 0;
      double cpu = 0;
      for (Future<Work> count : counts) {
        listed += count.get().listings();
        cpu += count.get().cpuSeconds();
      }
      return new Work(listed, (System.nanoTime() - start) / 1e9, cpu);
    } finally {
      pool.shutdown();
    }
  }

  private static Work screen(
      Screener screener, List<Ranked> listings, List<String> to, int first, long until) {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long start = System.nanoTime();
    long cpu = clock.getCurrentThreadCpuTime();
    long count = 0;
    long findings = 0;
    while (System.nanoTime() < until) {
      Ranked next = listings.get((int) ((first + count) % listings.size()));
      Reading reading = screener.read(next.listing(), next.ranking(), SellerHistory.NONE);
      for (String destination : to) {
        findings += screener.screen(reading, destination, DATE).size();
      }
      count++;
    }
    if (findings == 0) {
      throw new IllegalStateException("nothing was found in " + count + " listings");
    }
    return new Work(
        count, (System.nanoTime() - start) / 1e9, (clock.getCurrentThreadCpuTime() - cpu) / 1e9);
  }

  private static List<Ranked> listings() throws IOException {
    var classifier = JointClassifier.builtIn(Nomenclature.hs2022());
    List<Ranked> listings = new ArrayList<>();
    for (String title : titles()) {
      Listing listing = Listing.ofTitle(title);
      listings.add(new Ranked(listing, classifier.classify(listing)));
    }
    return listings;
  }

  private static List<String> titles() throws IOException {
    var json = new JsonMapper();
    List<String> titles = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("bench/data/parallel.jsonl"))) {
      titles.add(json.readTree(line).path("text").asString(""));
    }
    Path triggers = Path.of("bench/data/triggers");
    if (Files.isDirectory(triggers)) {
      try (Stream<Path> files = Files.list(triggers)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".tsv")).sorted().toList()) {
          titles.addAll(titlesOf(Files.readAllLines(file)));
        }
      }
    }
    titles.removeIf(String::isBlank);
    return titles;
  }

  private static List<String> titlesOf(List<String> lines) {
    int column = List.of(lines.get(0).split("\t", -1)).indexOf("title");
    return lines.stream()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .filter(cells -> column >= 0 && cells.length > column)
        .map(cells -> cells[column])
        .toList();
  }

  /** Two words each, of a language that nobody speaks. */
  private static List<String> madeUp(int count) {
    var random = new Random(5);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 4_000; i++) {
      var word = new StringBuilder();
      for (int s = 0; s < 3; s++) {
        word.append("bcdfghjklmnprstvz".charAt(random.nextInt(17)))
            .append("aeiou".charAt(random.nextInt(5)));
      }
      words.add(word.toString());
    }
    List<String> phrases = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      phrases.add(
          words.get(random.nextInt(words.size())) + " " + words.get(random.nextInt(words.size())));
    }
    return phrases;
  }
}
