package org.pabean.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pabean.classify.Calibration;
import org.pabean.classify.CalibrationFit;
import org.pabean.classify.IndexClassifier;
import org.pabean.classify.Labelled;
import org.pabean.evaluate.LabelledFile;
import org.pabean.tariff.Nomenclature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fits the built-in calibration: {@code FitCalibration VERSION OUT FILE[@STEP]…}; a step of 9 takes
 * every ninth row. Rows in languages that sellers to South-East Asia do not write are left out.
 */
public final class FitCalibration {

  private FitCalibration() {}

  /** Runs the fit; the same files give the same figures. */
  public static void main(String[] args) throws IOException {
    List<Labelled> rows = new ArrayList<>();
    List<String> fittedOn = new ArrayList<>();
    for (int i = 2; i < args.length; i++) {
      String[] fileAndStep = args[i].split("@");
      int step = fileAndStep.length == 1 ? 1 : Integer.parseInt(fileAndStep[1]);
      Path file = Path.of(fileAndStep[0]);
      List<Labelled> read = everyNth(LabelledFile.read(file, Integer.MAX_VALUE), step);
      rows.addAll(read);
      fittedOn.add("%s, %d rows".formatted(file.getFileName(), read.size()));
    }
    IndexClassifier classifier = IndexClassifier.builtIn(Nomenclature.hs2022());
    Calibration calibration = CalibrationFit.fit(classifier, rows, args[0], fittedOn);
    var json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    Files.writeString(Path.of(args[1]), json.writeValueAsString(calibration) + "\n");
  }

  private static List<Labelled> everyNth(List<Labelled> all, int step) {
    List<Labelled> some = new ArrayList<>();
    for (int i = 0; i < all.size(); i += step) {
      if (!all.get(i).listing().lang().equals("ko")) {
        some.add(all.get(i));
      }
    }
    return some;
  }
}
