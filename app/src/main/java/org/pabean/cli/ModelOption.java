package org.pabean.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.pabean.classify.Classifier;
import org.pabean.classify.JointClassifier;
import org.pabean.classify.Model;
import org.pabean.tariff.Nomenclature;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that names a learned model. */
final class ModelOption {

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "A model made by 'learn' (default: what comes with the program).")
  private @Nullable Path model;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  /** The classifier, with the learned model on top if one is named. */
  Classifier classifier(Nomenclature nomenclature) {
    Path file = model;
    if (file == null) {
      return JointClassifier.builtIn(nomenclature);
    }
    if (!Files.isRegularFile(file)) {
      throw fault(file + ": there is no such file");
    }
    try {
      return JointClassifier.with(nomenclature, Model.read(file));
    } catch (IOException e) {
      throw fault("%s is not a model of this program: %s".formatted(file, e.getMessage()));
    } catch (IllegalArgumentException e) {
      throw fault("%s: %s".formatted(file, e.getMessage()));
    }
  }

  private ParameterException fault(String sentence) {
    return Console.fault(command, sentence);
  }
}
