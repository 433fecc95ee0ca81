package org.pabean.autonomy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.document.PdfPress;
import org.pabean.record.Journal;
import org.pabean.record.ProgramFact.Certified;
import org.pabean.registry.Registry;
import org.pabean.security.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Certificates of what audits proved: issued, kept, signed, and set as PDF. */
@Service
public class Certificates {

  private static final String FORM = "certificate/1";
  private static final String METHOD =
      "Items that the machine finalised were drawn by a keyed hash with one probability each, and"
          + " judged by people who did not see its code. The bound is the exact one-sided one of"
          + " Clopper and Pearson (1934). Thresholds were tested from the strictest on, the first"
          + " not proved ending the row (learn then test, fixed sequence; Angelopoulos and others,"
          + " 2021).";
  private static final List<String> ASSUMPTIONS =
      List.of(
          "The draw looked at nothing but a secret and the item, so that each item had the same chance.",
          "What is finalised after this day is of the same kind as what was audited.",
          "The auditors were right; where they were not, their error counts as the machine's.",
          "Items that only repeat a person's earlier decision are not counted.");

  private final CertificateTable table;
  private final Autonomy autonomy;
  private final Registry registry;
  private final Journal journal;
  private final PdfPress press;
  private final JsonMapper json;
  private final Clock clock;

  Certificates(
      CertificateTable table,
      Autonomy autonomy,
      Registry registry,
      Journal journal,
      PdfPress press,
      JsonMapper json,
      Clock clock) {
    this.table = table;
    this.autonomy = autonomy;
    this.registry = registry;
    this.journal = journal;
    this.press = press;
    this.json = json;
    this.clock = clock;
  }

  /**
   * A certificate in a list.
   *
   * @param id names it
   * @param at when it was issued
   * @param by by whom
   * @param statement what it says
   */
  public record Issued(UUID id, Instant at, String by, String statement) {}

  /** Certifies what is proved now, also if that is little. */
  @Transactional
  public UUID issue(Actor by) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    UUID id = UUID.randomUUID();
    Certificate certificate = certificate(id, by, now);
    String content = json.writeValueAsString(certificate);
    table.insert(id, content, sign(content), by.id(), now);
    journal.write(new Certified(id, certificate.statement()), by);
    return id;
  }

  private Certificate certificate(UUID id, Actor by, Instant now) {
    Autonomy.View view = autonomy.view();
    @Nullable Instant[] span = table.span();
    return new Certificate(
        FORM,
        id,
        now,
        by.name(),
        statement(view),
        view.aim(),
        view.confidence(),
        view.share(),
        span[0],
        span[1],
        view.all(),
        view.destinations(),
        view.ladder(),
        versions(),
        METHOD,
        ASSUMPTIONS,
        journal.head().map(Object::toString).orElse(""));
  }

  private Map<String, String> versions() {
    Map<String, String> versions = registry.assessor().versions("");
    registry
        .assessor()
        .screener()
        .packs()
        .forEach(pack -> versions.put("rules:" + pack.id(), pack.version()));
    return versions;
  }

  private static String statement(Autonomy.View view) {
    Standing all = view.all();
    return all.proved()
        ? String.format(
            Locale.ROOT,
            "Of what the machine finalised by itself, at most %.2f %% carries a wrong code, with a confidence of %.0f %%: %s, %s.",
            100 * all.bound(),
            100 * view.confidence(),
            counted(all.audits(), "audit"),
            counted(all.errors(), "error"))
        : String.format(
            Locale.ROOT,
            "Not proved: that at most %.2f %% of what the machine finalised by itself is wrong. %s with %s bound it by %.2f %%, with a confidence of %.0f %%.",
            100 * view.aim(),
            counted(all.audits(), "audit"),
            counted(all.errors(), "error"),
            100 * all.bound(),
            100 * view.confidence());
  }

  private static String counted(long number, String what) {
    return String.format(Locale.ROOT, number == 1 ? "%,d %s" : "%,d %ss", number, what);
  }

  private byte[] sign(String content) {
    try {
      CertificateTable.Keys keys = table.keys().orElseGet(this::newKeys);
      PrivateKey key =
          KeyFactory.getInstance(SignedCertificate.ALGORITHM)
              .generatePrivate(new PKCS8EncodedKeySpec(keys.privateKey()));
      Signature signature = Signature.getInstance(SignedCertificate.ALGORITHM);
      signature.initSign(key);
      signature.update(content.getBytes(StandardCharsets.UTF_8));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java since 15 has Ed25519", e);
    }
  }

  private CertificateTable.Keys newKeys() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(SignedCertificate.ALGORITHM).generateKeyPair();
      table.insert(
          new CertificateTable.Keys(pair.getPublic().getEncoded(), pair.getPrivate().getEncoded()));
      return table.keys().orElseThrow();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java since 15 has Ed25519", e);
    }
  }

  /** A certificate as it is handed over to programs. */
  @Transactional(readOnly = true)
  public Optional<SignedCertificate> find(UUID id) {
    return table.find(id);
  }

  /** A certificate as it is handed over to people. */
  @Transactional(readOnly = true)
  public Optional<byte[]> pdf(UUID id) {
    return table.find(id).map(this::set);
  }

  private byte[] set(SignedCertificate signed) {
    Certificate certificate = json.readValue(signed.content(), Certificate.class);
    LocalDate day = LocalDate.ofInstant(certificate.issuedAt(), ZoneOffset.UTC);
    return press.set(
        "certificate",
        Map.of(
            "c", certificate,
            "fingerprint", signed.fingerprint(),
            "signature", signed.signature()),
        day);
  }

  /** The certificates, the last first. */
  @Transactional(readOnly = true)
  public List<Issued> list(int limit) {
    return table.list(limit);
  }

  /** How the key is told from others; empty before the first certificate. */
  @Transactional(readOnly = true)
  public String fingerprint() {
    return table
        .keys()
        .map(
            keys ->
                new SignedCertificate(
                        SignedCertificate.ALGORITHM,
                        "",
                        "",
                        Base64.getEncoder().encodeToString(keys.publicKey()))
                    .fingerprint())
        .orElse("");
  }
}
