package org.pabean.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.pabean.listing.ListingFile;
import org.pabean.listing.UnreadableFile;
import org.pabean.review.Intake;
import org.pabean.security.Actor;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Takes files in over the pages. A file is read and shown first; once the person says so, its
 * listings are submitted in the background. What was said is kept on disk: a killed program goes on
 * where it was, and nothing is taken in twice.
 */
@Service
class Uploads implements DisposableBean {

  private final UploadFiles files;
  private final Intake intake;
  private final WebSettings settings;
  private final Clock clock;
  private final Map<UUID, UploadRun> runs = new ConcurrentHashMap<>();
  // One thread: the program has other work, and a person waits for one file at a time.
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          work -> {
            var thread = new Thread(work, "upload");
            thread.setDaemon(true);
            return thread;
          });

  Uploads(UploadFiles files, Intake intake, WebSettings settings, Clock clock) {
    this.files = files;
    this.intake = intake;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Reads a file.
   *
   * @throws UnreadableFile if no row of it can be read
   */
  Upload receive(String name, InputStream content, String destination, Actor actor)
      throws UnreadableFile, IOException {
    removeOld();
    UUID id = UUID.randomUUID();
    String plainName = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String stored = "source" + ending(plainName);
    var reader = new UploadReader();
    Path file = files.receive(id, stored, content);
    try {
      ListingFile.read(file, reader);
    } catch (UnreadableFile e) {
      files.remove(id);
      throw e;
    }
    Instant now = clock.instant();
    var upload =
        new Upload(
            id,
            actor,
            plainName,
            stored,
            destination,
            LocalDate.ofInstant(now, ZoneOffset.UTC),
            now,
            reader.listings(),
            reader.mergedRows(),
            reader.rejections(),
            reader.firstRows(),
            reader.firstRejected(),
            null);
    files.put(upload);
    return upload;
  }

  /** The upload, if the actor may see it. */
  Optional<Upload> find(UUID id, Actor actor) {
    return files.find(id).filter(upload -> actor.maySee(upload.by().id()));
  }

  /** The actor's own uploads, the newest first. */
  List<Upload> list(Actor actor, int limit) {
    return files.all().stream()
        .filter(upload -> upload.by().id().equals(actor.id()))
        .limit(limit)
        .toList();
  }

  Path source(Upload upload) {
    return files.source(upload);
  }

  Optional<UploadResult> result(UUID id) {
    return files.result(id);
  }

  List<UploadLine> lines(UUID id, UploadLine.Part part, int offset, int limit) {
    return files.lines(id, part, offset, limit);
  }

  /** How far the classifying of an upload is, if it is under way or has failed. */
  Optional<UploadRun.Progress> progress(UUID id) {
    return Optional.ofNullable(runs.get(id)).map(run -> run.progress(clock.instant()));
  }

  /** Has an upload classified. Asking again changes nothing; after a failure it goes on. */
  void submit(Upload upload) throws IOException {
    Upload submitted = upload.isSubmitted() ? upload : upload.submitted(clock.instant());
    if (!upload.isSubmitted()) {
      files.put(submitted);
    }
    if (files.result(upload.id()).isEmpty()) {
      start(submitted);
    }
  }

  @EventListener(ApplicationReadyEvent.class)
  void goOn() {
    files.all().stream()
        .filter(upload -> upload.isSubmitted() && files.result(upload.id()).isEmpty())
        .forEach(this::start);
  }

  @Override
  public void destroy() {
    worker.shutdownNow();
  }

  private void start(Upload upload) {
    runs.compute(
        upload.id(),
        (id, earlier) -> {
          if (earlier != null && !earlier.hasFailed()) {
            return earlier;
          }
          var run = new UploadRun(upload, files, intake, clock);
          worker.execute(run);
          return run;
        });
  }

  private void removeOld() {
    Instant limit = clock.instant().minus(settings.keepUploads());
    for (Upload upload : files.all()) {
      boolean waiting = upload.isSubmitted() && files.result(upload.id()).isEmpty();
      if (upload.at().isBefore(limit) && !waiting) {
        try {
          files.remove(upload.id());
          runs.remove(upload.id());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private static String ending(String name) {
    int dot = name.lastIndexOf('.');
    String ending = dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
    return ending.matches("\\.[a-z0-9]{1,8}") ? ending : "";
  }
}
