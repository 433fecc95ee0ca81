package org.pabean.api;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.METHOD_NOT_ALLOWED;
import static org.springframework.http.HttpStatus.NOT_ACCEPTABLE;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.UNSUPPORTED_MEDIA_TYPE;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.pabean.autonomy.AuditRefused;
import org.pabean.document.PapersFaulty;
import org.pabean.document.ShipmentHeld;
import org.pabean.knowledge.KnowledgeRefused;
import org.pabean.registry.PackRefused;
import org.pabean.review.IntakeKeyReused;
import org.pabean.review.QuestionRefused;
import org.pabean.review.TaskNotYours;
import org.pabean.review.WithdrawalRefused;
import org.pabean.screening.InvalidRulePack;
import org.pabean.shipment.ShipmentExists;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Which exception becomes which problem: the one list of them. */
final class ProblemRules {

  private static final List<Rule<?>> RULES =
      List.of(
          new Rule<>(Refusal.class, Refusal::problem),
          new Rule<>(TaskNotYours.class, ProblemRules::notYours),
          new Rule<>(WithdrawalRefused.class, e -> problem(CONFLICT, "decision-stands", e)),
          new Rule<>(AuditRefused.class, e -> problem(CONFLICT, "audit-refused", e)),
          new Rule<>(KnowledgeRefused.class, e -> problem(CONFLICT, "precedent-stands", e)),
          new Rule<>(QuestionRefused.class, e -> problem(CONFLICT, "question-refused", e)),
          new Rule<>(IntakeKeyReused.class, e -> problem(CONFLICT, "idempotency-key-reused", e)),
          new Rule<>(PackRefused.class, e -> problem(CONFLICT, "rule-change-refused", e)),
          new Rule<>(InvalidRulePack.class, e -> problem(BAD_REQUEST, "rule-pack-invalid", e)),
          new Rule<>(ShipmentExists.class, e -> problem(CONFLICT, "shipment-exists", e)),
          new Rule<>(
              PapersFaulty.class,
              e -> problem(CONFLICT, "papers-faulty", e).withFaults(e.faults())),
          new Rule<>(
              ShipmentHeld.class, e -> problem(CONFLICT, "shipment-held", e).atLines(e.lines())),
          new Rule<>(HttpMessageNotReadableException.class, e -> JsonFaults.problem(cause(e))),
          new Rule<>(MethodArgumentTypeMismatchException.class, ProblemRules::badParameter),
          new Rule<>(
              HttpRequestMethodNotSupportedException.class,
              e ->
                  Problem.of(
                      METHOD_NOT_ALLOWED,
                      "method-not-allowed",
                      "%s is not possible at this address".formatted(e.getMethod()))),
          new Rule<>(
              HttpMediaTypeNotAcceptableException.class,
              e ->
                  Problem.of(
                      NOT_ACCEPTABLE,
                      "not-acceptable",
                      "this address answers %s only".formatted(e.getSupportedMediaTypes()))),
          new Rule<>(
              HttpMediaTypeNotSupportedException.class,
              e ->
                  Problem.of(
                      UNSUPPORTED_MEDIA_TYPE,
                      "unsupported-media-type",
                      "send Content-Type: application/json")),
          new Rule<>(
              NoResourceFoundException.class,
              e -> Problem.of(NOT_FOUND, "not-found", "there is nothing at this address")),
          new Rule<>(
              AccessDeniedException.class,
              e ->
                  Problem.of(
                      FORBIDDEN, "not-allowed", "The role of this token does not allow this.")),
          new Rule<>(DuplicateKeyException.class, ProblemRules::tryAgain),
          new Rule<>(ConcurrencyFailureException.class, ProblemRules::tryAgain),
          new Rule<>(IllegalArgumentException.class, e -> problem(BAD_REQUEST, "bad-value", e)));

  private ProblemRules() {}

  private record Rule<E extends Exception>(Class<E> type, Function<E, Problem> problem) {

    Optional<Problem> apply(Exception e) {
      return type.isInstance(e) ? Optional.of(problem.apply(type.cast(e))) : Optional.empty();
    }
  }

  /** The problem of an exception that is part of the API; empty for a failure of ours. */
  static Optional<Problem> find(Exception e) {
    return RULES.stream()
        .flatMap(rule -> rule.apply(e).stream())
        .findFirst()
        .or(() -> badRequest(e));
  }

  /** What else Spring itself refuses: the client's fault, though none that has a name here. */
  private static Optional<Problem> badRequest(Exception e) {
    boolean refused = e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError();
    return refused || e instanceof MultipartException
        ? Optional.of(Problem.of(BAD_REQUEST, "bad-request", "the request cannot be understood"))
        : Optional.empty();
  }

  static Problem notYours(TaskNotYours refused) {
    String reason = refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
    HttpStatus status = refused.reason() == TaskNotYours.Reason.FOR_LEAD ? FORBIDDEN : CONFLICT;
    return problem(status, "task-" + reason, refused);
  }

  private static Problem badParameter(MethodArgumentTypeMismatchException e) {
    Class<?> wanted = e.getRequiredType();
    String kind = wanted == int.class ? "a whole number" : "an id as this API gives them";
    return Problem.of(
            BAD_REQUEST,
            "bad-value",
            "%s: '%s' is not %s".formatted(e.getName(), e.getValue(), kind))
        .atField(e.getName());
  }

  private static Problem tryAgain(Exception e) {
    return Problem.of(
        SERVICE_UNAVAILABLE,
        "try-again",
        "somebody else changed the same thing at the same moment: send the request again");
  }

  private static Problem problem(HttpStatus status, String code, Exception e) {
    return Problem.of(status, code, String.valueOf(e.getMessage()));
  }

  private static Throwable cause(Exception e) {
    return e.getCause() == null ? e : e.getCause();
  }
}
