package org.pabean.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.pabean.autonomy.SignedCertificate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Checks a certificate that somebody was handed, without any server. */
@Command(
    name = "certificate",
    mixinStandardHelpOptions = true,
    description = {
      "Checks the signature of a certificate (the JSON file), and says what it states and by which"
          + " key. Compare the key's fingerprint with the one that the team gives you."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the certificate is what was signed",
      "1:it is not",
      "2:bad arguments, or no certificate",
      "3:internal failure"
    })
final class VerifyCertificate implements Callable<Integer> {

  private static final JsonMapper JSON = new JsonMapper();

  @Parameters(paramLabel = "FILE", description = "The certificate, as JSON.")
  private Path file = Path.of("");

  @Mixin private Console console = new Console();

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(file)) {
      return console.refuse(file + ": there is no such file");
    }
    SignedCertificate signed;
    String statement;
    try {
      signed = JSON.readValue(Files.readString(file), SignedCertificate.class);
      statement = JSON.readTree(signed.content()).path("statement").asString("");
    } catch (JacksonException | IllegalArgumentException e) {
      return console.refuse(
          "%s is no certificate: take the JSON file, as the server gives it".formatted(file));
    }
    if (!signed.isGenuine()) {
      console.say("NOT GENUINE: the text is not what was signed with this key.");
      return 1;
    }
    console.say(
        "Genuine, signed with the key %s.%n%n  %s".formatted(signed.fingerprint(), statement));
    return 0;
  }
}
