package org.pabean.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pabean.consignment.Pack;

/** A package, or several alike, as a client sends it. */
@Schema(
    name = "Package",
    requiredProperties = {"type", "grossGrams"})
record PackageRequest(
    @Schema(description = "UNECE Recommendation 21.", example = "CT") @Nullable String type,
    @Schema(description = "How many alike; 1 if left out.") @Nullable Integer count,
    @Nullable String marks,
    @Schema(description = "Weight of all of them with what is in them.") @Nullable Long grossGrams,
    @Nullable Integer lengthMm,
    @Nullable Integer widthMm,
    @Nullable Integer heightMm,
    @Nullable List<@Nullable ContentRequest> contents) {

  /** How much of a line is in it. */
  @Schema(
      name = "PackageContent",
      requiredProperties = {"line", "quantity"})
  record ContentRequest(
      @Schema(description = "Number of the line, from 1.") @Nullable Integer line,
      @Schema(description = "In the line's unit.") @Nullable BigDecimal quantity) {

    private Pack.Content toContent(String at) {
      int number = Door.present(at + ".line", line, "name the line, from 1");
      Door.present(at + ".quantity", quantity, "say how much of the line is in it");
      BigDecimal amount = Door.number(at + ".quantity", quantity);
      return Door.make(at, () -> new Pack.Content(number, amount));
    }
  }

  Pack toPack(String at) {
    String kind = Door.required(at + ".type", type, Door.SHORT, "give two letters such as CT");
    long grams = Door.present(at + ".grossGrams", grossGrams, "say what it weighs, in grams");
    String said = Door.text(at + ".marks", marks, Door.SHORT);
    List<Pack.Content> held = new ArrayList<>();
    List<@Nullable ContentRequest> sent = contents == null ? List.of() : contents;
    for (int i = 0; i < sent.size(); i++) {
      String inside = "%s.contents[%d]".formatted(at, i);
      held.add(Door.present(inside, sent.get(i), "send a content, not null").toContent(inside));
    }
    int alike = count == null ? 1 : count;
    return Door.make(
        at, () -> new Pack(kind, alike, said, grams, lengthMm, widthMm, heightMm, held));
  }
}
