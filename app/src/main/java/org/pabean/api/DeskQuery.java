package org.pabean.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the parameters by which a list of the queue is asked for, as its page has them too. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(name = "to", in = ParameterIn.QUERY, description = "Destination, such as SG.")
@Parameter(
    name = "why",
    in = ParameterIn.QUERY,
    description = "A category among the reasons, such as blade.")
@Parameter(
    name = "lane",
    in = ParameterIn.QUERY,
    schema = @Schema(allowableValues = {"all", "review", "blocked", "lead"}))
@Parameter(
    name = "who",
    in = ParameterIn.QUERY,
    description = "Who has it.",
    schema = @Schema(allowableValues = {"any", "mine", "free", "new", "held"}))
@Parameter(
    name = "person",
    in = ParameterIn.QUERY,
    description = "The account that holds it or was given it.")
@Parameter(name = "late", in = ParameterIn.QUERY, description = "Anything: only what is overdue.")
@Parameter(name = "age", in = ParameterIn.QUERY, description = "Held at least 30m, 4h or 2d.")
@Parameter(
    name = "worth",
    in = ParameterIn.QUERY,
    description = "A price of about so many US dollars or more, at rough rates.")
@Parameter(
    name = "seller",
    in = ParameterIn.QUERY,
    description = "Part of the seller's name, or how the SKU begins.")
@Parameter(name = "text", in = ParameterIn.QUERY, description = "Words of the listing.")
@Parameter(
    name = "sort",
    in = ParameterIn.QUERY,
    schema = @Schema(allowableValues = {"due", "risk"}))
@interface DeskQuery {

  /** What the parameters mean together. */
  String DESCRIPTION =
      "What is asked for must all be so. Without a parameter, all open tasks are meant.";
}
