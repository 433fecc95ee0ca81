package org.pabean.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pabean.consignment.PaperFault;
import org.springframework.http.HttpStatus;

/** Why a request was refused, as RFC 9457 has it; what does not apply is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Why a request was refused (RFC 9457). What does not apply is left out.")
record Problem(
    @Schema(description = "Always about:blank; tell problems apart by their code.") String type,
    @Schema(description = "The name of the HTTP status.") String title,
    int status,
    @Schema(description = "Stable name of the problem, for programs.", example = "bad-value")
        String code,
    @Schema(description = "What is wrong and how to mend it, for people.") String detail,
    @Schema(description = "The field of the request that is wrong.", example = "lines[0].quantity")
        @Nullable String field,
    @Schema(description = "With shipment-held: the numbers of the lines that are not final.")
        @Nullable List<Integer> lines,
    @Schema(description = "Whether the decision was kept as a draft of its author.")
        @Nullable Boolean draftKept,
    @Schema(description = "With internal: names the failure in the server's log.")
        @Nullable String incident,
    @Schema(description = "With papers-faulty: what is wrong, and where it is mended.")
        @Nullable List<PaperFault> faults) {

  static Problem of(HttpStatus status, String code, String detail) {
    return new Problem(
        "about:blank",
        status.getReasonPhrase(),
        status.value(),
        code,
        detail,
        null,
        null,
        null,
        null,
        null);
  }

  Problem atField(String name) {
    return new Problem(type, title, status, code, detail, name, lines, draftKept, incident, faults);
  }

  Problem atLines(List<Integer> numbers) {
    return new Problem(
        type, title, status, code, detail, field, numbers, draftKept, incident, faults);
  }

  Problem withFaults(List<PaperFault> found) {
    return new Problem(type, title, status, code, detail, field, lines, draftKept, incident, found);
  }

  Problem withDraftKept() {
    return new Problem(type, title, status, code, detail, field, lines, true, incident, faults);
  }

  Problem withIncident(String id) {
    return new Problem(type, title, status, code, detail, field, lines, draftKept, id, faults);
  }
}
