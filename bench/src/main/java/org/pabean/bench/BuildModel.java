package org.pabean.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pabean.classify.Labelled;
import org.pabean.classify.ModelBuilder;
import org.pabean.evaluate.LabelledFile;
import org.pabean.tariff.Nomenclature;

/**
 * Builds the built-in model: {@code BuildModel VERSION OUT SOURCE…}. A source is {@code
 * WEIGHT:FILE[,FILE…]}; its files are kept out of training together when ranker and calibration are
 * fitted. Rows in languages that sellers to South-East Asia do not write are left out.
 */
public final class BuildModel {

  private BuildModel() {}

  /** Runs the build; the same files give the same model. */
  public static void main(String[] args) throws IOException {
    var builder = new ModelBuilder(Nomenclature.hs2022());
    for (int i = 2; i < args.length; i++) {
      String[] weightAndFiles = args[i].split(":", 2);
      List<Labelled> rows = new ArrayList<>();
      for (String file : weightAndFiles[1].split(",")) {
        for (Labelled row : LabelledFile.read(Path.of(file), Integer.MAX_VALUE)) {
          if (!row.listing().lang().equals("ko")) {
            rows.add(row);
          }
        }
      }
      builder.add(rows, Double.parseDouble(weightAndFiles[0]));
    }
    builder.build(args[0]).write(Path.of(args[1]));
  }
}
