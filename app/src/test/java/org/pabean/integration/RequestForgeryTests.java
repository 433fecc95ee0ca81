package org.pabean.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody gives webhooks addresses that would make the server knock at doors of its own house. */
class RequestForgeryTests {

  private static final IntegrationSettings SETTINGS =
      new IntegrationSettings(
          Duration.ofSeconds(1),
          Duration.ofMillis(500),
          3,
          Duration.ofSeconds(1),
          2,
          Duration.ofHours(1),
          0,
          Duration.ofDays(1));

  private final Set<String> allowed = new HashSet<>();
  private final Queue<String> answers = new ArrayDeque<>();
  private final List<String> asked = new ArrayList<>();
  private final Addresses addresses = new Addresses(this::lookUp, allowed::contains);
  private final Courier courier = new Courier(addresses, SETTINGS, Clock.systemUTC());
  private Receiver inside;

  @BeforeEach
  void start() throws IOException {
    inside = Receiver.start(0);
  }

  @AfterEach
  void stop() throws IOException {
    inside.close();
    courier.destroy();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.100.100.200",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "168.63.129.16",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.192",
        "192.0.2.1",
        "192.168.1.1",
        "198.19.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "::ffff:127.0.0.1",
        "::ffff:a9fe:a9fe",
        "64:ff9b::7f00:1",
        "64:ff9b::10.0.0.1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "3fff::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1"
      })
  void noAddressOffThePublicInternetIsReached(String address) throws Exception {
    String host = address.contains(":") ? "[" + address + "]" : address;

    assertThat(PublicAddresses.hold(InetAddress.getByName(address))).isFalse();
    assertThatThrownBy(() -> addresses.checkNow("http://" + host + ":8080/hooks"))
        .hasMessageContaining("not on the public internet")
        .hasMessageContaining("admin");
    assertThatThrownBy(() -> courier.post(letter("http://" + host + ":8080/hooks")))
        .isInstanceOf(NotDelivered.class)
        .hasMessageContaining("not on the public internet");
    answers.add(address);
    assertThatThrownBy(() -> addresses.checkNow("https://hooks.example.com/"))
        .as("nor by a name")
        .hasMessageContaining("not on the public internet");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "100.63.255.255",
        "100.128.0.1",
        "126.255.255.255",
        "169.253.255.255",
        "172.15.255.255",
        "172.32.0.1",
        "192.167.255.255",
        "223.255.255.255",
        "::ffff:8.8.8.8",
        "64:ff9b::808:808",
        "2606:4700::1111",
        "2a00:1450::1"
      })
  void theirNeighboursOnThePublicInternetAre(String address) throws Exception {
    assertThat(PublicAddresses.hold(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0x7f.0.0.1/",
        "http://0177.0.0.1/",
        "http://017700000001/",
        "http://127.1/",
        "http://127.0.1/",
        "http://127.0.0.1./",
        "http://127.0.0.01/",
        "http://10.0.0.256/",
        "http://1.2.3.4.5/",
        "http://hooks.0x7f/",
        "http://hooks.1/",
        "http://%31%32%37.0.0.1/",
        "http://１２７.0.0.1/",
        "http://①②⑦.⓪.⓪.①/",
        "http://localhost%00.example.com/",
        "http://127.0.0.1\\@example.com/",
        "http://example.com@127.0.0.1/",
        "http://[::1/",
        "http://[127.0.0.1]/",
        "http:///127.0.0.1/",
        "http://example.com:0/",
        "gopher://127.0.0.1/",
        "file://127.0.0.1/etc/passwd"
      })
  void otherSpellingsOfAddressesAreNoAddresses(String url) {
    assertThatThrownBy(() -> addresses.check(url)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> courier.post(letter(url))).isInstanceOf(NotDelivered.class);
    assertThat(asked).as("nobody is even asked for them").isEmpty();
  }

  @Test
  void aNameThatLeadsInsideLaterIsNotFollowed() {
    answers.addAll(List.of("93.184.216.34", "127.0.0.1"));
    String url = "http://rebind.example.com:" + inside.port() + "/hooks";

    assertThat(addresses.checkNow(url)).hasToString(url);

    assertThatThrownBy(() -> courier.post(letter(url)))
        .isInstanceOf(NotDelivered.class)
        .hasMessageContaining("127.0.0.1");
    assertThat(inside.posts()).isEmpty();
  }

  @Test
  void betweenCheckAndConnectionNobodyIsAskedAgain() {
    // A public address where nobody answers, and then the inside, if one were to look again.
    answers.addAll(List.of("192.88.98.1", "127.0.0.1", "127.0.0.1"));
    String url = "http://rebind.example.com:" + inside.port() + "/hooks";

    assertThatThrownBy(() -> courier.post(letter(url))).isInstanceOf(NotDelivered.class);

    assertThat(asked).containsExactly("rebind.example.com");
    assertThat(inside.posts()).isEmpty();
  }

  @Test
  void aNameWithOneAddressInsideIsRefusedWhole() {
    answers.add("93.184.216.34 10.0.0.1");

    assertThatThrownBy(() -> addresses.checkNow("https://both.example.com/"))
        .hasMessageContaining("10.0.0.1");
  }

  @Test
  void aRedirectInsideIsNotFollowed() throws Exception {
    try (Receiver outside = Receiver.start(0)) {
      allowed.add("127.0.0.1");
      outside.nextSays(307, Map.of("Location", inside.url()));

      assertThatThrownBy(() -> courier.post(letter(outside.url())))
          .hasMessageContaining("redirects are not followed");
      assertThat(outside.posts()).hasSize(1);
      assertThat(inside.posts()).isEmpty();
    }
  }

  @Test
  void aHostThatAnAdminAllowedIsReachedAndNoOther() throws Exception {
    allowed.add("receiver.internal");
    answers.addAll(List.of("127.0.0.1", "127.0.0.1", "127.0.0.1"));

    courier.post(letter("http://Receiver.Internal:" + inside.port() + "/hooks"));
    courier.post(letter("http://receiver.internal.:" + inside.port() + "/hooks"));
    assertThat(inside.posts()).hasSize(2);

    assertThatThrownBy(
            () -> courier.post(letter("http://other.internal:" + inside.port() + "/hooks")))
        .hasMessageContaining("not on the public internet");
    assertThat(inside.posts()).hasSize(2);
  }

  @Test
  void hostsAreComparedInOneForm() {
    assertThat(Addresses.host(" N8N.Internal. ")).isEqualTo("n8n.internal");
    assertThat(Addresses.host("[::1]")).isEqualTo(Addresses.host("0:0:0:0:0:0:0:1"));
    for (String none : List.of("", "a b", "http://a/", "a:80", "a/b", "ann@a")) {
      assertThatThrownBy(() -> Addresses.host(none))
          .as(none)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("is not a host");
    }
  }

  @Test
  void aReceiverThatDripsDoesNotKeepUs() throws Exception {
    allowed.add("127.0.0.1");
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var dripping = new Thread(() -> drip(server));
      dripping.start();
      Instant begin = Instant.now();

      assertThatThrownBy(
              () -> courier.post(letter("http://127.0.0.1:" + server.getLocalPort() + "/")))
          .isInstanceOf(NotDelivered.class)
          .hasMessageContaining("no answer within");

      assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(5));
      dripping.join();
    }
  }

  private static void drip(ServerSocket server) {
    try (Socket socket = server.accept()) {
      var out = socket.getOutputStream();
      out.write("HTTP/1.1 200 OK\r\nX-Drip: ".getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < 100; i++) {
        out.write('.');
        out.flush();
        Thread.sleep(100);
      }
    } catch (IOException e) {
      // The other side hung up, as it should.
      assertThat(e).isNotNull();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Names lead where the next answer says; an address is itself. */
  private InetAddress[] lookUp(String host) throws UnknownHostException {
    if (host.contains(":") || host.matches("[0-9.]+")) {
      return InetAddress.getAllByName(host);
    }
    asked.add(host);
    String answer = answers.poll();
    if (answer == null) {
      throw new UnknownHostException(host);
    }
    List<InetAddress> found = new ArrayList<>();
    for (String address : answer.split(" ")) {
      found.add(InetAddress.getByAddress(host, InetAddress.getByName(address).getAddress()));
    }
    return found.toArray(InetAddress[]::new);
  }

  private static EventTable.Letter letter(String url) {
    return new EventTable.Letter(
        UUID.randomUUID(),
        "task.created",
        UUID.randomUUID(),
        "{}",
        url,
        null,
        null,
        List.of(new byte[32]),
        true,
        Delivery.State.PENDING);
  }
}
