package org.pabean.autonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pabean.DatabaseTests;
import org.pabean.Said;
import org.pabean.security.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What audits prove, for somebody outside: signed, kept, and checked without the server. */
class CertificatesTests extends DatabaseTests {

  @Autowired private Certificates certificates;
  @Autowired private JdbcClient jdbc;
  @Autowired private JsonMapper json;
  @TempDir private Path directory;

  @Test
  void aCertificateIsCheckedWithoutTheServerAndAnAlteredOneIsFound() throws IOException {
    UUID id = certificates.issue(somebody(Role.LEAD));
    SignedCertificate signed = certificates.find(id).orElseThrow();
    assertThat(signed.isGenuine()).isTrue();

    Said genuine = check(signed);
    assertThat(genuine.exit()).isZero();
    assertThat(genuine.out()).contains("Genuine", signed.fingerprint(), "of what the machine");

    Said altered =
        check(
            new SignedCertificate(
                signed.algorithm(),
                signed.content().replaceFirst("\"errors\":\\d+", "\"errors\":0 "),
                signed.signature(),
                signed.publicKey()));
    assertThat(altered.exit()).isEqualTo(1);
    assertThat(altered.out()).contains("NOT GENUINE");
    Path other = Files.writeString(directory.resolve("other.json"), "{\"a\": 1}");
    assertThat(Said.by("audit", "certificate", other.toString()).exit()).isEqualTo(2);
    assertThat(Said.by("audit", "certificate", "nowhere.json").err()).contains("no such file");
  }

  @Test
  void allCertificatesAreOfOneKeyAndAreKept() {
    UUID first = certificates.issue(somebody(Role.LEAD));
    UUID second = certificates.issue(somebody(Role.LEAD));

    assertThat(certificates.find(first).orElseThrow().fingerprint())
        .isEqualTo(certificates.find(second).orElseThrow().fingerprint())
        .isEqualTo(certificates.fingerprint());
    assertThat(certificates.list(2)).extracting(Certificates.Issued::id).startsWith(second);
    for (String attack :
        new String[] {
          "update certificate set content = ''",
          "delete from certificate",
          "update signing_key set public_key = ''"
        }) {
      assertThatThrownBy(() -> jdbc.sql(attack).update())
          .as(attack)
          .hasMessageContaining("never changed");
    }
  }

  @Test
  void thePaperSaysWhatTheTextSays() throws IOException {
    UUID id = certificates.issue(somebody(Role.LEAD));
    byte[] pdf = certificates.pdf(id).orElseThrow();
    Files.write(Path.of("target", "certificate.pdf"), pdf);

    assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
    assertThat(certificates.pdf(id).orElseThrow()).as("the same each time").isEqualTo(pdf);
    assertThat(certificates.pdf(UUID.randomUUID())).isEmpty();
  }

  private Said check(SignedCertificate signed) throws IOException {
    Path file =
        Files.writeString(directory.resolve("certificate.json"), json.writeValueAsString(signed));
    return Said.by("audit", "certificate", file.toString());
  }
}
