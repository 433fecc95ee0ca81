package org.pabean.registry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pabean.classify.Candidate;
import org.pabean.classify.Classifier;
import org.pabean.classify.Evidence;
import org.pabean.classify.Ranking;
import org.pabean.listing.Listing;
import org.pabean.tariff.Code;
import org.pabean.tariff.Nomenclature;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a classifier of one's own over HTTP: the listing as JSON in, candidates out. If it fails, is
 * late or answers nonsense, the built-in ranking stands and a person looks at it.
 */
final class RemoteClassifier implements Classifier {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int MOST = 10;

  private final URI address;
  private final Duration limit;
  private final Classifier own;
  private final Nomenclature nomenclature;
  private final HttpClient client;

  RemoteClassifier(URI address, Duration limit, Classifier own, Nomenclature nomenclature) {
    this.address = address;
    this.limit = limit;
    this.own = own;
    this.nomenclature = nomenclature;
    this.client = HttpClient.newBuilder().connectTimeout(limit).build();
  }

  @Override
  public String version() {
    return "remote:%s over %s".formatted(address.getHost(), own.version());
  }

  @Override
  public Ranking classify(Listing listing) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(address)
              .timeout(limit)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(asMap(listing))))
              .build();
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        return ownInstead(listing, "answered with status " + answer.statusCode());
      }
      return new Ranking(candidates(answer.body()), null);
    } catch (IOException e) {
      return ownInstead(listing, "could not be reached in time");
    } catch (JacksonException | IllegalArgumentException e) {
      return ownInstead(listing, "gave an answer that is not valid: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ownInstead(listing, "was interrupted");
    }
  }

  private Ranking ownInstead(Listing listing, String what) {
    return own.classify(listing)
        .withCaveat(
            "The classifier at %s %s, so the built-in ranking is shown and a person decides."
                .formatted(address.getHost(), what));
  }

  static Map<String, Object> asMap(Listing listing) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("title", listing.title());
    map.put("description", listing.description());
    map.put("category", listing.category());
    map.put("material", listing.material());
    map.put("use", listing.use());
    map.put("condition", listing.condition());
    map.put("origin", listing.origin());
    map.put("lang", listing.lang());
    map.put("attributes", listing.attributes());
    return map;
  }

  private List<Candidate> candidates(String body) {
    List<Candidate> candidates = new ArrayList<>();
    double all = 0;
    for (JsonNode node : JSON.readTree(body).path("candidates")) {
      Candidate candidate = candidate(node);
      double before = candidates.isEmpty() ? 1 : candidates.get(candidates.size() - 1).confidence();
      if (candidate.confidence() > before) {
        throw new IllegalArgumentException("the candidates are not in order of confidence");
      }
      all += candidate.confidence();
      candidates.add(candidate);
    }
    if (candidates.size() > MOST || all > 1.001) {
      throw new IllegalArgumentException(
          "at most %d candidates, together at most 1".formatted(MOST));
    }
    return candidates;
  }

  private Candidate candidate(JsonNode node) {
    Code code = Code.parse(node.path("code").asString(""));
    if (code.level() != 6 || nomenclature.find(code).isEmpty()) {
      throw new IllegalArgumentException(
          "%s is not a subheading of %s".formatted(code, nomenclature.edition()));
    }
    if (!node.path("confidence").isNumber()) {
      throw new IllegalArgumentException("%s has no confidence".formatted(code));
    }
    List<Evidence> evidence = new ArrayList<>();
    for (JsonNode text : node.path("evidence")) {
      evidence.add(new Evidence(Evidence.Kind.WORD, text.asString(), "title", 0));
    }
    return new Candidate(code, node.path("confidence").asDouble(), evidence);
  }
}
