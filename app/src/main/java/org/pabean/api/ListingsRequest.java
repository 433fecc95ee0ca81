package org.pabean.api;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pabean.review.Submission;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/** One listing, or an array of them. */
@JsonDeserialize(using = ListingsRequest.OneOrMany.class)
record ListingsRequest(List<@Nullable ListingRequest> listings, boolean isArray) {

  /** The most listings in one request. */
  static final int MOST = 500;

  List<Submission> toSubmissions() {
    if (listings.isEmpty()) {
      throw Refusal.badValue("[0]", "is missing: send at least one listing");
    }
    List<Submission> submissions = new ArrayList<>();
    for (int i = 0; i < listings.size(); i++) {
      ListingRequest listing =
          Door.present("[%d]".formatted(i), listings.get(i), "send a listing, not null");
      submissions.add(listing.toSubmission(isArray ? "[%d].".formatted(i) : ""));
    }
    return submissions;
  }

  /** Reads both forms, so that a fault names the place in the form that was sent. */
  static final class OneOrMany extends ValueDeserializer<ListingsRequest> {

    @Override
    public ListingsRequest deserialize(JsonParser parser, DeserializationContext context) {
      List<@Nullable ListingRequest> listings = new ArrayList<>();
      if (!parser.isExpectedStartArrayToken()) {
        listings.add(context.readValue(parser, ListingRequest.class));
        return new ListingsRequest(listings, false);
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (listings.size() == MOST) {
          throw Refusal.badValue(
              "[%d]".formatted(MOST), "at most %d listings are taken at once".formatted(MOST));
        }
        try {
          listings.add(
              parser.currentToken() == JsonToken.VALUE_NULL
                  ? null
                  : context.readValue(parser, ListingRequest.class));
        } catch (JacksonException e) {
          throw e.prependPath(listings, listings.size());
        }
      }
      return new ListingsRequest(listings, true);
    }
  }
}
