package org.pabean.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a seller is to be asked. */
@Schema(
    name = "QuestionOrder",
    requiredProperties = {"version", "text"})
record QuestionRequest(
    @Schema(description = "The task's version that you read; refused if it has changed since.")
        @Nullable Long version,
    @Schema(description = "The question, in English, up to 500 characters.") @Nullable String text,
    @Schema(description = "Two to nine answers to choose from; none for an answer in words.")
        @Nullable List<@Nullable String> choices) {

  private static final int LONGEST = 500;

  long seenVersion() {
    return Door.present("version", version, "give the version of the task that you read");
  }

  String said() {
    return Door.required("text", text, LONGEST, "say what the seller is to be asked");
  }

  List<String> given() {
    return choices == null
        ? List.of()
        : choices.stream().filter(Objects::nonNull).map(Objects::requireNonNull).toList();
  }
}
