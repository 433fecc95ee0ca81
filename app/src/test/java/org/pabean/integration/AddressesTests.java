package org.pabean.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTests {

  private final Addresses addresses = new Addresses(InetAddress::getAllByName, host -> false);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com",
        "http://localhost:8081/hooks?team=1",
        " HTTPS://example.com/a ",
        "http://[::1]:9000/x"
      })
  void takesWebAddresses(String url) {
    assertThat(addresses.check(url)).hasToString(url.strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.com/hooks",
        "ftp://example.com",
        "file:///etc/passwd",
        "https:///hooks",
        "https://",
        "http:hooks",
        "http://example.com:70000/",
        "https://exa mple.com"
      })
  void refusesOthersAndSaysHowToMend(String url) {
    assertThatThrownBy(() -> addresses.check(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https://");
  }

  @Test
  void refusesAUserAndDoesNotRepeatThePassword() {
    assertThatThrownBy(() -> addresses.check("https://ann:geheim@example.com/"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("before the @")
        .hasMessageNotContaining("geheim");
  }
}
