package org.pabean.autonomy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What audits proved at one moment, for somebody outside the team. Its text is signed to the
 * letter.
 *
 * @param form of this text
 * @param id names it
 * @param issuedAt when
 * @param issuedBy by whom
 * @param statement what is proved, or that it is not, in a sentence
 * @param aim the highest error that the lead allows
 * @param confidence how sure one can be of the bounds
 * @param share the share of final items that is drawn for audits
 * @param from when the first audit was answered; null without any
 * @param to when the last was
 * @param all of all destinations together
 * @param destinations of each
 * @param ladder by threshold
 * @param versions edition, model, rule packs and threshold in force
 * @param method how the bounds are worked out
 * @param assumptions what they rest on
 * @param recordHead the end of the record then; empty before its first event
 */
public record Certificate(
    String form,
    UUID id,
    Instant issuedAt,
    String issuedBy,
    String statement,
    double aim,
    double confidence,
    double share,
    @Nullable Instant from,
    @Nullable Instant to,
    Standing all,
    List<Standing> destinations,
    List<Autonomy.Rung> ladder,
    Map<String, String> versions,
    String method,
    List<String> assumptions,
    String recordHead) {}
