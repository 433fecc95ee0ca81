package org.pabean.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes people by the pages, as an administrator does, each with a session and a token. */
final class DeskPeople {

  private static final String PASSWORD = "kapal layar putih besar";
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern SECRET = Pattern.compile("class=\"secret\">([^<]+)<");

  private final String address;
  private final HttpClient admin;

  /** Somebody who is logged in at the pages and has a token for REST. */
  record Person(String login, HttpClient pages, String token) {}

  private DeskPeople(String address, HttpClient admin) {
    this.address = address;
    this.admin = admin;
  }

  /** Logs the administrator in. */
  static DeskPeople of(String address, String login, String password) throws Exception {
    HttpClient admin = client();
    var people = new DeskPeople(address, admin);
    people.logIn(admin, login, password);
    return people;
  }

  /** A token of the administrator's. */
  String token() throws Exception {
    return token(admin);
  }

  /** A new specialist, who has chosen a password and made a token. */
  Person specialist(String login) throws Exception {
    Map<String, String> form =
        Map.of("login", login, "name", "Load " + login, "role", "SPECIALIST");
    post(admin, "/admin/people", "/admin/people", form);
    String once = find(SECRET, page(admin, "/admin/people"));
    HttpClient pages = client();
    logIn(pages, login, once);
    post(pages, "/password", "/password", Map.of("password", PASSWORD, "again", PASSWORD));
    return new Person(login, pages, token(pages));
  }

  private String token(HttpClient who) throws Exception {
    post(who, "/settings", "/settings/tokens", Map.of("name", "desk load"));
    return find(SECRET, page(who, "/settings"));
  }

  private void logIn(HttpClient who, String login, String password) throws Exception {
    post(who, "/login", "/login", Map.of("username", login, "password", password));
  }

  private void post(HttpClient who, String from, String to, Map<String, String> fields)
      throws Exception {
    Map<String, String> form = new TreeMap<>(fields);
    form.put("_csrf", find(CSRF, page(who, from)));
    String body =
        form.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + to))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = who.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 302) {
      throw new IOException(to + " answered " + answer.statusCode());
    }
  }

  private String page(HttpClient who, String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address + path)).build();
    return who.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private static String find(Pattern pattern, String page) throws IOException {
    Matcher found = pattern.matcher(page);
    if (!found.find()) {
      throw new IOException("the page does not show " + pattern + ": " + page);
    }
    return found.group(1);
  }

  private static HttpClient client() {
    return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  }
}
