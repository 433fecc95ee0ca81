package org.pabean.tariff;

import com.fasterxml.jackson.annotation.JsonProperty;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of one country's editions: a small header {@code 2026-01-06.json} that names a CSV file
 * of lines. The header is moved into place last, so that an edition is there whole or not at all.
 */
final class EditionFiles {

  private static final String HEADER = ".json";

  private final Path directory;
  private final JsonMapper json =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  EditionFiles(Path directory) {
    this.directory = directory;
  }

  /** The header of an edition, as it lies on disk. */
  record Header(
      @JsonProperty("country") String country,
      @JsonProperty("edition") String edition,
      @JsonProperty("as_of") LocalDate asOf,
      @JsonProperty("source_file") String sourceFile,
      @JsonProperty("source_sha256") String sourceSha256,
      @JsonProperty("columns") List<NationalColumn> columns,
      @JsonProperty("lines") int lines,
      @JsonProperty("lines_file") String linesFile,
      @JsonProperty("lines_sha256") String linesSha256) {

    NationalEdition with(List<NationalLine> read) {
      return new NationalEdition(country, edition, asOf, sourceFile, sourceSha256, columns, read);
    }
  }

  /** The headers of all editions, the oldest first. */
  List<Header> headers() throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    List<Header> headers = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(EditionFiles::isHeader).sorted().toList()) {
        headers.add(header(file));
      }
    }
    return headers;
  }

  /** Reads an edition with its lines. */
  NationalEdition read(Header header) throws IOException {
    Path file = directory.resolve(header.linesFile());
    byte[] bytes = Files.readAllBytes(file);
    if (!TariffFile.sha256(bytes).equals(header.linesSha256())) {
      throw new IOException(
          "%s was changed since it was imported; delete %s%s and import the tariff again"
              .formatted(file, header.asOf(), HEADER));
    }
    List<NationalLine> lines = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> records =
        CsvReader.builder().ofNamedCsvRecord(new String(bytes, StandardCharsets.UTF_8))) {
      for (NamedCsvRecord row : records) {
        lines.add(line(row, header.columns()));
      }
    }
    return header.with(lines);
  }

  /** Writes an edition; one of the same date gives way to it. */
  void write(NationalEdition edition) throws IOException {
    byte[] lines = csv(edition).getBytes(StandardCharsets.UTF_8);
    String hash = TariffFile.sha256(lines);
    String linesFile = "%s-%s.csv".formatted(edition.asOf(), hash.substring(0, 12));
    var header =
        new Header(
            edition.country(),
            edition.name(),
            edition.asOf(),
            edition.file(),
            edition.sha256(),
            edition.columns(),
            edition.lines().size(),
            linesFile,
            hash);
    put(linesFile, lines);
    String text = json.writerWithDefaultPrettyPrinter().writeValueAsString(header) + "\n";
    put(edition.asOf() + HEADER, text.getBytes(StandardCharsets.UTF_8));
    removeOthers(edition.asOf(), linesFile);
  }

  private void removeOthers(LocalDate asOf, String linesFile) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.startsWith(asOf + "-") && !name.equals(linesFile)) {
          Files.delete(file);
        }
      }
    }
  }

  private void put(String name, byte[] bytes) throws IOException {
    Path temporary = directory.resolve("." + name + ".tmp");
    try {
      try (FileChannel channel =
          FileChannel.open(
              temporary,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      Files.move(
          temporary,
          directory.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static boolean isHeader(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(HEADER) && !name.startsWith(".");
  }

  private Header header(Path file) throws IOException {
    try {
      return json.readValue(Files.readString(file), Header.class);
    } catch (JacksonException e) {
      throw new IOException(file + " is damaged; delete it and import the tariff again", e);
    }
  }

  private static String csv(NationalEdition edition) {
    var text = new StringWriter();
    List<String> names = edition.columns().stream().map(NationalColumn::name).toList();
    try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      List<String> header =
          new ArrayList<>(
              List.of(
                  TariffFormat.CODE,
                  TariffFormat.DESCRIPTION,
                  TariffFormat.LOCAL,
                  TariffFormat.UNIT,
                  TariffFormat.PATH));
      header.addAll(names);
      writer.writeRecord(header);
      for (NationalLine line : edition.lines()) {
        List<String> cells =
            new ArrayList<>(
                List.of(
                    line.code().dotted(),
                    line.description(),
                    line.localDescription(),
                    line.unit(),
                    line.path()));
        names.forEach(name -> cells.add(line.values().getOrDefault(name, "")));
        writer.writeRecord(cells);
      }
    } catch (IOException e) {
      throw new IllegalStateException("writing into memory cannot fail", e);
    }
    return text.toString();
  }

  private static NationalLine line(NamedCsvRecord row, List<NationalColumn> columns) {
    Map<String, String> values = new LinkedHashMap<>();
    for (NationalColumn column : columns) {
      String value = row.getField(column.name());
      if (!value.isEmpty()) {
        values.put(column.name(), value);
      }
    }
    return new NationalLine(
        Code.parse(row.getField(TariffFormat.CODE)),
        row.getField(TariffFormat.DESCRIPTION),
        row.getField(TariffFormat.LOCAL),
        row.getField(TariffFormat.UNIT),
        row.getField(TariffFormat.PATH),
        values);
  }
}
