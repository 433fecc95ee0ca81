package org.pabean.classify;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.pabean.classify.LinearTrainer.Example;

/**
 * The figures of a classifier, trained and fitted, as one file. The built-in model comes with the
 * program; a model that was learned from a seller's history adds to it.
 *
 * @param version names the figures; stored with each assessment
 * @param base the version of the built-in model that a learned one was learned on; else empty
 * @param linear the trained view: the built-in one, or that of the history
 * @param ranker joins the views
 * @param calibration makes probabilities of the ranker's chances
 * @param rows the rows of the history with their texts; empty in the built-in model
 */
public record Model(
    String version,
    String base,
    LinearModel linear,
    Ranker ranker,
    Calibration calibration,
    List<Row> rows) {

  private static final String MAGIC = "pabean-model-2";

  /** Copies the list. */
  public Model {
    rows = List.copyOf(rows);
  }

  /**
   * A row of the history.
   *
   * @param text its title, to be shown as evidence
   * @param example what is compared
   */
  record Row(String text, Example example) {}

  /** The model that comes with the program. */
  public static Model builtIn() {
    try (InputStream in = Model.class.getResourceAsStream("model.bin")) {
      return read(Objects.requireNonNull(in, "the program lacks its model"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a model file.
   *
   * @throws IOException if the file cannot be read or is not a model of this version of the program
   */
  public static Model read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in);
    }
  }

  private static Model read(InputStream raw) throws IOException {
    try (var in =
        new DataInputStream(new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 16))) {
      if (!in.readUTF().equals(MAGIC)) {
        throw new IOException("it was written by another version of the program");
      }
      String version = in.readUTF();
      String base = in.readUTF();
      var ranker = new Ranker(doubles(in));
      var calibration =
          new Calibration(
              doubles(in),
              in.readDouble(),
              new Calibration.LongTitles(in.readDouble(), in.readDouble()));
      LinearModel linear = LinearModel.read(in);
      int count = in.readInt();
      List<Row> rows = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        rows.add(row(in));
      }
      return new Model(version, base, linear, ranker, calibration, rows);
    }
  }

  private static Row row(DataInputStream in) throws IOException {
    String text = in.readUTF();
    int subheading = in.readInt();
    int features = in.readInt();
    int[] hashes = new int[features];
    float[] values = new float[features];
    for (int i = 0; i < features; i++) {
      hashes[i] = in.readInt();
      values[i] = in.readFloat();
    }
    return new Row(text, new Example(new TextFeatures(hashes, values), subheading, 1));
  }

  private static List<Double> doubles(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<Double> doubles = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      doubles.add(in.readDouble());
    }
    return doubles;
  }

  /** Writes the model; the same model gives the same bytes. */
  public void write(Path file) throws IOException {
    try (var out =
        new DataOutputStream(
            new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file))))) {
      out.writeUTF(MAGIC);
      out.writeUTF(version);
      out.writeUTF(base);
      write(out, ranker.weights());
      write(out, calibration.weights());
      out.writeDouble(calibration.restInPool());
      out.writeDouble(calibration.longTitles().shift());
      out.writeDouble(calibration.longTitles().slope());
      linear.write(out);
      out.writeInt(rows.size());
      for (Row row : rows) {
        write(out, row);
      }
    }
  }

  private static void write(DataOutputStream out, Row row) throws IOException {
    TextFeatures features = row.example.features();
    out.writeUTF(row.text);
    out.writeInt(row.example.subheading());
    out.writeInt(features.hashes().length);
    for (int i = 0; i < features.hashes().length; i++) {
      out.writeInt(features.hashes()[i]);
      out.writeFloat(features.values()[i]);
    }
  }

  private static void write(DataOutputStream out, List<Double> doubles) throws IOException {
    out.writeInt(doubles.size());
    for (double value : doubles) {
      out.writeDouble(value);
    }
  }
}
