package org.pabean;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import org.pabean.security.Account;
import org.pabean.security.Accounts;
import org.pabean.security.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the whole server on a real port and a real, fresh database; its subclasses share it. */
@SpringBootTest(classes = Pabean.class, webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class HttpTests {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JsonMapper json;

  @DynamicPropertySource
  static void freshDatabase(DynamicPropertyRegistry registry) throws IOException {
    Path target = Files.createDirectories(Path.of("target"));
    Path directory = Files.createTempDirectory(target, "database-").toAbsolutePath();
    registry.add("pabean.database.data-dir", directory::toString);
  }

  /** A new account and a token of it. */
  public record Caller(Account account, String token) {}

  /** What the server answered. */
  public record Reply(int status, HttpResponse<byte[]> response, JsonNode body) {

    /** The text at a path such as {@code /lines/0/code}; empty if there is none. */
    public String text(String path) {
      return body.at(path).asString("");
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  protected Caller caller(Role role) {
    String login = role.name().toLowerCase(Locale.ROOT) + "-" + UUID.randomUUID();
    String name = "Test " + login.substring(0, login.indexOf('-') + 5);
    Account account = accounts.createWithOneTimePassword(login, name, role).account();
    return new Caller(account, accounts.createToken(account.id(), "test"));
  }

  protected String address(String path) {
    return "http://localhost:" + port + path;
  }

  protected Reply get(String path, Caller caller) {
    return exchange(request(path, caller).GET());
  }

  /** Posts a body of JSON; further headers as names and values in turn. */
  protected Reply post(String path, String body, Caller caller, String... headers) {
    HttpRequest.Builder request = request(path, caller);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return exchange(
        request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
  }

  /** Posts nothing. */
  protected Reply post(String path, Caller caller) {
    return exchange(request(path, caller).POST(BodyPublishers.noBody()));
  }

  protected Reply delete(String path, Caller caller) {
    return exchange(request(path, caller).DELETE());
  }

  protected HttpRequest.Builder request(String path, Caller caller) {
    return HttpRequest.newBuilder(URI.create(address(path)))
        .header("Authorization", "Bearer " + caller.token());
  }

  protected Reply exchange(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
      boolean isJson = response.headers().firstValue("Content-Type").orElse("").contains("json");
      JsonNode body = isJson ? json.readTree(response.body()) : json.nullNode();
      return new Reply(response.statusCode(), response, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
