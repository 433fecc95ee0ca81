package org.pabean.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question to a seller about goods that are held.
 *
 * @param id names it
 * @param taskId the task that waits for the answer
 * @param itemId the goods
 * @param text the question, as the specialist wrote it
 * @param localText the same in the seller's language; empty if it is not known
 * @param choices what one may choose to answer; empty if one writes
 * @param askedBy the specialist's name
 * @param askedAt when it was asked
 * @param expiresAt from when on it can no longer be answered
 * @param answer what the seller said; null while nothing
 * @param answeredAt when; null while nothing was said
 */
public record SellerQuestion(
    UUID id,
    UUID taskId,
    UUID itemId,
    String text,
    String localText,
    List<Choice> choices,
    String askedBy,
    Instant askedAt,
    Instant expiresAt,
    @Nullable String answer,
    @Nullable Instant answeredAt) {

  /** Copies the list. */
  public SellerQuestion {
    choices = List.copyOf(choices);
  }

  /**
   * One possible answer.
   *
   * @param text in English
   * @param local in the seller's language; empty if it is not known
   */
  public record Choice(String text, String local) {

    /** As the seller reads it. */
    public String shown() {
      return local.isEmpty() ? text : local;
    }
  }

  /** The question as the seller reads it. */
  public String shown() {
    return localText.isEmpty() ? text : localText;
  }

  /** Whether it still waits for an answer. */
  public boolean isOpenAt(Instant now) {
    return answer == null && now.isBefore(expiresAt);
  }
}
