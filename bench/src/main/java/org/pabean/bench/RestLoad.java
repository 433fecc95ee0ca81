package org.pabean.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.pabean.listing.Listing;
import org.pabean.listing.ListingFile;
import org.pabean.listing.ListingRow;
import org.pabean.listing.RejectedRow;
import org.pabean.listing.RowSink;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends listings of a file to a running server again and again, each with a SKU of its own: {@code
 * RestLoad ADDRESS TOKEN FILE LISTINGS PER_REQUEST CONNECTIONS}. Prints listings a second.
 */
public final class RestLoad {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = new JsonMapper();

  private RestLoad() {}

  /** Runs the load; any answer but 201 ends it. */
  public static void main(String[] args) throws Exception {
    List<Listing> goods = read(Path.of(args[2]));
    int listings = Integer.parseInt(args[3]);
    int perRequest = Integer.parseInt(args[4]);
    ExecutorService connections = Executors.newFixedThreadPool(Integer.parseInt(args[5]));
    long start = System.nanoTime();
    List<Future<?>> sent = new ArrayList<>();
    for (int from = 0; from < listings; from += perRequest) {
      int first = from;
      sent.add(connections.submit(() -> send(args[0], args[1], goods, first, perRequest)));
    }
    try {
      for (Future<?> each : sent) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("a request failed", e);
    } finally {
      connections.shutdownNow();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%d listings, %d a request, %s connections: %.0f a second%n",
        listings,
        perRequest,
        args[5],
        listings / seconds);
  }

  private static Void send(String address, String token, List<Listing> goods, int first, int count)
      throws IOException, InterruptedException {
    List<Map<String, Object>> body = new ArrayList<>();
    for (int i = first; i < first + count; i++) {
      Listing listing = goods.get(i % goods.size());
      body.add(
          Map.of(
              "sku",
              "L-" + i,
              "title",
              listing.title() + " no. " + i,
              "description",
              listing.description(),
              "material",
              listing.material(),
              "destination",
              "SG"));
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/api/v1/listings"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build();
    HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 201) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
    return null;
  }

  private static List<Listing> read(Path file) throws Exception {
    List<Listing> goods = new ArrayList<>();
    ListingFile.read(
        file,
        new RowSink() {
          @Override
          public void accepted(ListingRow row) {
            goods.add(row.listing());
          }

          @Override
          public void rejected(RejectedRow row) {
            throw new IllegalArgumentException(row.toString());
          }

          @Override
          public void merged(long line) {
            throw new IllegalArgumentException("a file of whole listings is wanted");
          }
        });
    return goods;
  }
}
