package org.pabean.integration;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Says which addresses may be posted to. Asked when a webhook is added and again before each post,
 * so that a rule made later also covers the webhooks that are there.
 */
@Component
class Addresses {

  private static final int LONGEST = 2000;
  private static final int LAST_PORT = 65_535;

  /**
   * The address, if it may be posted to.
   *
   * @throws IllegalArgumentException if it may not; the message says why
   */
  URI check(String text) {
    String url = text.strip();
    URI address = parse(url);
    String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      throw refused(url, "it must begin with https:// or http://");
    }
    if (address.getRawUserInfo() != null) {
      // Not repeated in the message: what stands before the @ is often a password.
      throw new IllegalArgumentException(
          "the address names a user: leave out what stands before the @; receivers check signatures");
    }
    if (address.getHost() == null || address.getPort() > LAST_PORT) {
      throw refused(url, "give a host, such as https://example.com/hooks");
    }
    return address;
  }

  private static URI parse(String url) {
    if (url.length() > LONGEST) {
      throw new IllegalArgumentException(
          "the address is too long: at most %d characters".formatted(LONGEST));
    }
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      throw refused(url, "give one such as https://example.com/hooks");
    }
  }

  private static IllegalArgumentException refused(String url, String mend) {
    return new IllegalArgumentException("'%s' is not an address: %s".formatted(url, mend));
  }
}
