package org.pabean.web;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pabean.assess.Lane;
import org.pabean.catalogue.ItemState;
import org.pabean.listing.ListingFile;
import org.pabean.listing.ListingRow;
import org.pabean.listing.RejectedRow;
import org.pabean.listing.RowSink;
import org.pabean.listing.UnreadableFile;
import org.pabean.review.Intake;
import org.pabean.review.Receipt;
import org.pabean.review.Submission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Submits the listings of one upload, some at a time. The keys of the parts follow from the upload,
 * so that a second run, after a kill or a failure, takes in only what is missing.
 */
final class UploadRun implements Runnable, RowSink {

  private static final Logger LOG = LoggerFactory.getLogger(UploadRun.class);
  private static final int PART = 25;

  private final Upload upload;
  private final UploadFiles files;
  private final Intake intake;
  private final Clock clock;
  private final List<UploadLine> lines = new ArrayList<>();
  private final List<ListingRow> waiting = new ArrayList<>();
  private int parts;
  private volatile long done;
  private volatile @Nullable Instant startedAt;
  private volatile boolean failed;

  UploadRun(Upload upload, UploadFiles files, Intake intake, Clock clock) {
    this.upload = upload;
    this.files = files;
    this.intake = intake;
    this.clock = clock;
  }

  /**
   * How far it is.
   *
   * @param done listings stored
   * @param of listings in all
   * @param perSecond how many a second so far; 0 before the first
   * @param left time left; null before it can be told
   * @param failed whether it stopped before the end
   */
  record Progress(long done, long of, long perSecond, @Nullable String left, boolean failed) {

    public int percent() {
      return of == 0 ? 100 : (int) (100 * done / of);
    }
  }

  Progress progress(Instant now) {
    Instant since = startedAt;
    long millis = since == null ? 0 : Math.max(1, Duration.between(since, now).toMillis());
    boolean known = done > 0 && millis > 0;
    long perSecond = known ? Math.max(1, 1000 * done / millis) : 0;
    String left =
        known ? Times.length(Duration.ofSeconds((upload.listings() - done) / perSecond)) : null;
    return new Progress(done, upload.listings(), perSecond, left, failed);
  }

  boolean hasFailed() {
    return failed;
  }

  @Override
  public void run() {
    startedAt = clock.instant();
    try {
      ListingFile.read(files.source(upload), this);
      flush();
      files.putResult(upload.id(), lines, new UploadResult(clock.instant(), counts()));
    } catch (IOException | UnreadableFile | RuntimeException e) {
      // Whatever it is, the person sees that it stopped and may let it go on.
      LOG.error("Upload {} stopped after {} listings", upload.id(), done, e);
      failed = true;
    }
  }

  @Override
  public void accepted(ListingRow row) {
    waiting.add(row);
    if (waiting.size() == PART) {
      flush();
    }
  }

  @Override
  public void rejected(RejectedRow row) {
    // In the order of the file: what came before it goes first.
    flush();
    lines.add(
        new UploadLine(
            row.line(),
            UploadLine.Part.REJECTED,
            row.column(),
            row.raw(),
            upload.destination(),
            null,
            null,
            row.reason()));
  }

  @Override
  public void merged(long line) {
    // It says nothing of its own.
  }

  private void flush() {
    if (waiting.isEmpty()) {
      return;
    }
    List<ListingRow> rows = List.copyOf(waiting);
    waiting.clear();
    String key = "upload:%s:%d".formatted(upload.id(), parts++);
    try {
      submit(rows, key);
    } catch (DataIntegrityViolationException e) {
      // One row holds what the database cannot; the others must not suffer for it.
      for (int i = 0; i < rows.size(); i++) {
        submitAlone(rows.get(i), key + ":" + i);
      }
    }
    done += rows.size();
  }

  private void submitAlone(ListingRow row, String key) {
    try {
      submit(List.of(row), key);
    } catch (DataIntegrityViolationException e) {
      LOG.warn("Upload {} line {} cannot be stored", upload.id(), row.line(), e);
      lines.add(
          new UploadLine(
              row.line(),
              UploadLine.Part.REJECTED,
              "",
              row.listing().title(),
              destination(row),
              null,
              null,
              "it holds characters that cannot be stored; type the row again"));
    }
  }

  private void submit(List<ListingRow> rows, String key) {
    List<Submission> submissions =
        rows.stream()
            .map(row -> new Submission(row.listing(), destination(row), asOf(row)))
            .toList();
    Receipt receipt = intake.submit(submissions, upload.by(), key);
    for (int i = 0; i < rows.size(); i++) {
      lines.add(line(rows.get(i), receipt.lines().get(i)));
    }
  }

  private UploadLine line(ListingRow row, Receipt.Line line) {
    return new UploadLine(
        row.line(),
        part(line),
        line.sku(),
        row.listing().title(),
        destination(row),
        line.itemId(),
        line.code(),
        String.join(" ", line.reasons()));
  }

  private static UploadLine.Part part(Receipt.Line line) {
    if (line.state() == ItemState.FINAL) {
      return UploadLine.Part.FINAL;
    }
    return line.lane() == Lane.BLOCKED ? UploadLine.Part.BLOCKED : UploadLine.Part.HELD;
  }

  private String destination(ListingRow row) {
    return row.destination().isEmpty() ? upload.destination() : row.destination();
  }

  private LocalDate asOf(ListingRow row) {
    LocalDate own = row.asOf();
    return own == null ? upload.asOf() : own;
  }

  private Map<UploadLine.Part, Long> counts() {
    Map<UploadLine.Part, Long> counts = new EnumMap<>(UploadLine.Part.class);
    lines.forEach(line -> counts.merge(line.part(), 1L, Long::sum));
    return counts;
  }
}
