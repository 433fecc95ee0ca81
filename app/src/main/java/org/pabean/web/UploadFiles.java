package org.pabean.web;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where uploads lie: a directory for each, with the file as it came, {@code upload.json}, and once
 * all is classified {@code lines.jsonl} and {@code result.json}. A file is written beside its place
 * and then moved there, so that a killed program leaves no half of one.
 */
@Component
class UploadFiles {

  private static final Logger LOG = LoggerFactory.getLogger(UploadFiles.class);

  private final Path directory;
  private final JsonMapper json;

  UploadFiles(WebSettings settings, JsonMapper json) {
    this.directory = settings.uploads().toAbsolutePath();
    this.json = json;
  }

  /** Keeps a file as it comes. */
  Path receive(UUID id, String stored, InputStream content) throws IOException {
    Files.createDirectories(directory(id));
    Path file = directory(id).resolve(stored);
    Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
    return file;
  }

  Path source(Upload upload) {
    return directory(upload.id()).resolve(upload.stored());
  }

  void put(Upload upload) throws IOException {
    write(upload.id(), "upload.json", json.writeValueAsString(upload));
  }

  Optional<Upload> find(UUID id) {
    return read(id, "upload.json", Upload.class);
  }

  Optional<UploadResult> result(UUID id) {
    return read(id, "result.json", UploadResult.class);
  }

  /** Keeps what became of the rows; the upload is done from then on. */
  void putResult(UUID id, List<UploadLine> lines, UploadResult result) throws IOException {
    Path fresh = directory(id).resolve("lines.jsonl.new");
    try (BufferedWriter out = Files.newBufferedWriter(fresh)) {
      for (UploadLine line : lines) {
        out.write(json.writeValueAsString(line));
        out.write('\n');
      }
    }
    move(fresh, directory(id).resolve("lines.jsonl"));
    write(id, "result.json", json.writeValueAsString(result));
  }

  /** One page of the rows of a part. */
  List<UploadLine> lines(UUID id, UploadLine.Part part, int offset, int limit) {
    try (BufferedReader in = Files.newBufferedReader(directory(id).resolve("lines.jsonl"))) {
      return in.lines()
          .map(line -> json.readValue(line, UploadLine.class))
          .filter(line -> line.part() == part)
          .skip(offset)
          .limit(limit)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All uploads, the newest first; one that cannot be read is left out. */
  List<Upload> all() {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      List<Upload> uploads = new ArrayList<>();
      entries.forEach(entry -> idOf(entry).flatMap(this::findReadable).ifPresent(uploads::add));
      uploads.sort(Comparator.comparing(Upload::at).reversed());
      return uploads;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Upload> findReadable(UUID id) {
    try {
      return find(id);
    } catch (IllegalStateException e) {
      // One damaged file must not keep the others from their owners.
      LOG.warn("An upload is left out", e);
      return Optional.empty();
    }
  }

  void remove(UUID id) throws IOException {
    if (!Files.isDirectory(directory(id))) {
      return;
    }
    try (Stream<Path> entries = Files.list(directory(id))) {
      for (Path entry : entries.toList()) {
        Files.deleteIfExists(entry);
      }
    }
    Files.deleteIfExists(directory(id));
  }

  private static Optional<UUID> idOf(Path entry) {
    try {
      return Optional.of(UUID.fromString(entry.getFileName().toString()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Path directory(UUID id) {
    return directory.resolve(id.toString());
  }

  private void write(UUID id, String name, String content) throws IOException {
    Path fresh = directory(id).resolve(name + ".new");
    Files.writeString(fresh, content);
    move(fresh, directory(id).resolve(name));
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private <T> Optional<T> read(UUID id, String name, Class<T> type) {
    Path file = directory(id).resolve(name);
    try {
      return Files.exists(file)
          ? Optional.of(json.readValue(Files.readString(file), type))
          : Optional.empty();
    } catch (IOException | JacksonException e) {
      throw new IllegalStateException("cannot read " + file, e);
    }
  }
}
