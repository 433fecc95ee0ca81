package org.pabean.screening;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The simple facts of which one must be true for a condition to hold: {@code 'blade' in item.said},
 * {@code '9503' in item.codes}, the chapter of {@code item.top}. A rule none of whose facts is true
 * of an item need not be evaluated.
 */
final class Atoms {

  private static final String SAID = "said";
  private static final String CODES = "codes";
  private static final String TOP = "top";

  private Atoms() {}

  /** Names the fact that a phrase list is said. */
  static String said(String list) {
    return SAID + ":" + list;
  }

  /** Names the fact that a code is likely. */
  static String code(String digits) {
    return CODES + ":" + digits;
  }

  /** Names the fact that the likeliest code lies in a chapter. */
  static String chapter(String digits) {
    return TOP + ":" + digits.substring(0, Math.min(2, digits.length()));
  }

  /** One of these must be true; empty if the condition may hold without any of them. */
  static Optional<Set<String>> needed(CelExpr expression) {
    if (expression.getKind() != Kind.CALL) {
      return Optional.empty();
    }
    List<CelExpr> args = expression.call().args();
    return switch (expression.call().function()) {
      case "_||_" -> either(needed(args.get(0)), needed(args.get(1)));
      case "_&&_" -> smaller(needed(args.get(0)), needed(args.get(1)));
      case "@in", "in", "_in_" -> membership(args);
      case "_==_" -> top(args.get(0), args.get(1));
      case "startsWith" -> expression.call().target().flatMap(t -> top(t, args.get(0)));
      case "matches" -> expression.call().target().flatMap(t -> matched(t, args.get(0)));
      default -> Optional.empty();
    };
  }

  /** All that a condition asks for by name, what it denies left out. */
  static Set<String> named(CelExpr expression) {
    Set<String> named = new LinkedHashSet<>();
    addNamed(expression, false, named);
    return named;
  }

  /** The phrase lists that a condition asks for, also those that must not be said. */
  static Set<String> lists(CelExpr expression) {
    Set<String> named = new LinkedHashSet<>();
    addNamed(expression, true, named);
    return named.stream()
        .filter(atom -> atom.startsWith(SAID + ":"))
        .map(atom -> atom.substring(SAID.length() + 1))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static void addNamed(CelExpr expression, boolean denied, Set<String> named) {
    if (expression.getKind() != Kind.CALL) {
      return;
    }
    String function = expression.call().function();
    if (function.equals("!_") && !denied) {
      return;
    }
    List<CelExpr> parts = new ArrayList<>(expression.call().args());
    expression.call().target().ifPresent(parts::add);
    needed(expression).filter(atoms -> isSimple(function)).ifPresent(named::addAll);
    parts.forEach(part -> addNamed(part, denied, named));
  }

  private static boolean isSimple(String function) {
    return !function.equals("_||_") && !function.equals("_&&_");
  }

  private static Optional<Set<String>> either(
      Optional<Set<String>> left, Optional<Set<String>> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    Set<String> both = new LinkedHashSet<>(left.get());
    both.addAll(right.get());
    return Optional.of(both);
  }

  private static Optional<Set<String>> smaller(
      Optional<Set<String>> left, Optional<Set<String>> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return left.isPresent() ? left : right;
    }
    return left.get().size() <= right.get().size() ? left : right;
  }

  private static Optional<Set<String>> membership(List<CelExpr> args) {
    Optional<String> word = text(args.get(0));
    if (word.isPresent() && isField(args.get(1), SAID)) {
      return Optional.of(Set.of(said(word.get())));
    }
    if (word.isPresent() && isField(args.get(1), CODES)) {
      return Optional.of(Set.of(code(word.get())));
    }
    return Optional.empty();
  }

  private static Optional<Set<String>> top(CelExpr field, CelExpr value) {
    return text(value)
        .filter(digits -> isField(field, TOP) && digits.matches("\\d{2,}"))
        .map(digits -> Set.of(chapter(digits)));
  }

  private static Optional<Set<String>> matched(CelExpr field, CelExpr value) {
    return text(value)
        .filter(expression -> isField(field, TOP))
        .map(CodePrefixes::chapters)
        .map(
            chapters ->
                chapters.stream()
                    .map(Atoms::chapter)
                    .collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  private static boolean isField(CelExpr expression, String field) {
    return expression.getKind() == Kind.SELECT
        && expression.select().field().equals(field)
        && expression.select().operand().getKind() == Kind.IDENT
        && expression.select().operand().ident().name().equals("item");
  }

  private static Optional<String> text(CelExpr expression) {
    return expression.getKind() == Kind.CONSTANT
            && expression.constant().getKind() == CelConstant.Kind.STRING_VALUE
        ? Optional.of(expression.constant().stringValue())
        : Optional.empty();
  }
}
