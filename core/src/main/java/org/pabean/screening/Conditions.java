package org.pabean.screening;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.parser.CelUnparserFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.CelStandardFunctions.StandardFunction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compiles and runs the conditions of rules: typed, without side effects, always ending. */
final class Conditions {

  private static final String ITEM_TYPE = "pabean.Item";
  private static final List<String> FUNCTIONS =
      List.of("startsWith", "endsWith", "contains", "matches", "size", "exists", "all", "has");
  private static final java.util.regex.Pattern UNKNOWN =
      java.util.regex.Pattern.compile("undefined field '(\\w+)'|undeclared reference to '(\\w+)'");
  private static final CelOptions OPTIONS =
      CelOptions.current()
          .enableHeterogeneousNumericComparisons(true)
          .comprehensionMaxIterations(10_000)
          .build();

  // The expressions that conditions write out; the library would compile them at each use.
  private static final Map<String, Pattern> EXPRESSIONS = new ConcurrentHashMap<>();

  private final CelCompiler compiler;
  private final CelRuntime runtime;

  Conditions() {
    StructType item =
        StructType.create(
            ITEM_TYPE, Item.TYPES.keySet(), field -> Optional.ofNullable(Item.TYPES.get(field)));
    this.compiler =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .setTypeProvider(new ItemTypes(item))
            .addVar("item", StructTypeReference.create(ITEM_TYPE))
            .setResultType(SimpleType.BOOL)
            .build();
    this.runtime =
        CelRuntimeFactory.standardCelRuntimeBuilder()
            .setOptions(OPTIONS)
            .setStandardEnvironmentEnabled(false)
            .setStandardFunctions(
                CelStandardFunctions.newBuilder()
                    .excludeFunctions(StandardFunction.MATCHES)
                    .build())
            .addFunctionBindings(
                CelFunctionBinding.from("matches", String.class, String.class, Conditions::matches),
                CelFunctionBinding.from(
                    "matches_string", String.class, String.class, Conditions::matches))
            .build();
  }

  /**
   * A compiled condition; safe to share among threads.
   *
   * @param program what is run
   * @param needed facts of which one must be true for it to hold; empty if none need be
   * @param named what it asks for by name, see {@link Atoms}
   * @param lists the phrase lists it asks for, also those that must not be said
   * @param asksForDisguise whether it asks whether words are disguised
   * @param asksForTheWay whether it asks where the goods go, or when
   * @param asksForValue whether it asks what the goods cost
   */
  record Condition(
      CelRuntime.Program program,
      Optional<Set<String>> needed,
      Set<String> named,
      Set<String> lists,
      boolean asksForDisguise,
      boolean asksForTheWay,
      boolean asksForValue) {

    /**
     * Whether the condition holds.
     *
     * @throws CelEvaluationException if it cannot be told; the item must then be held
     */
    boolean holds(Map<String, Object> item) throws CelEvaluationException {
      Object answer = program.eval(Map.of("item", item));
      if (answer instanceof Boolean holds) {
        return holds;
      }
      // A missing variable comes back as "unknown", not as an error.
      throw new IllegalStateException("the condition gave no yes or no: " + answer);
    }
  }

  /**
   * Compiles a condition.
   *
   * @throws InvalidRulePack if it is not valid; the message says where, and what may be meant
   */
  Condition compile(String source, Place place) {
    CelAbstractSyntaxTree tree;
    try {
      tree = compiler.compile(source).getAst();
    } catch (CelValidationException e) {
      throw fault(place, e);
    }
    CelExpr root = tree.getExpr();
    checkExpressions(root, place);
    try {
      return new Condition(
          runtime.createProgram(tree),
          Atoms.needed(root),
          Set.copyOf(Atoms.named(root)),
          Atoms.lists(root),
          source.contains("item.disguised"),
          Item.OF_THE_WAY.stream().anyMatch(source::contains),
          source.contains("item.value"));
    } catch (CelEvaluationException e) {
      throw new IllegalStateException("cannot plan the condition: " + source, e);
    }
  }

  /**
   * Whether a condition surely holds on everything that another one holds on: each of the other's
   * alternatives is there again, with no more demands than it had.
   */
  boolean holdsWheneverDid(String condition, String other) {
    List<Set<String>> alternatives = alternatives(condition);
    return alternatives(other).stream()
        .allMatch(demands -> alternatives.stream().anyMatch(demands::containsAll));
  }

  private List<Set<String>> alternatives(String condition) {
    try {
      CelAbstractSyntaxTree tree = compiler.parse(condition).getAst();
      return parts(tree.getExpr(), "_||_").stream()
          .map(
              alternative ->
                  parts(alternative, "_&&_").stream()
                      .map(part -> CelAbstractSyntaxTree.newParsedAst(part, tree.getSource()))
                      .map(CelUnparserFactory.newUnparser()::unparse)
                      .collect(Collectors.toSet()))
          .toList();
    } catch (CelValidationException e) {
      throw new IllegalArgumentException("not a condition: " + condition, e);
    }
  }

  private static List<CelExpr> parts(CelExpr expression, String operator) {
    return expression.getKind() == Kind.CALL && expression.call().function().equals(operator)
        ? expression.call().args().stream().flatMap(arg -> parts(arg, operator).stream()).toList()
        : List.of(expression);
  }

  private static InvalidRulePack fault(Place place, CelValidationException e) {
    CelIssue first = e.getErrors().get(0);
    return new InvalidRulePack(
        place.fault(
            first.getSourceLocation().getLine(),
            first.getSourceLocation().getColumn() + 1,
            "the condition is not valid: %s.%s"
                .formatted(first.getMessage(), hint(first.getMessage()))));
  }

  private static String hint(String message) {
    Matcher unknown = UNKNOWN.matcher(message);
    if (!unknown.find()) {
      return "";
    }
    @Nullable String field = unknown.group(1);
    if (field != null) {
      return Nearest.hint("item.", field, Item.TYPES.keySet());
    }
    @Nullable String name = unknown.group(2);
    if (name == null) {
      return "";
    }
    String function = Nearest.hint("", name, FUNCTIONS);
    return !function.isEmpty() ? function : Nearest.hint("", name, Set.of("item"));
  }

  /** An expression that is written out is compiled once, and refused if it is not valid. */
  private static void checkExpressions(CelExpr expression, Place place) {
    if (expression.getKind() != Kind.CALL) {
      return;
    }
    expression.call().target().ifPresent(target -> checkExpressions(target, place));
    for (CelExpr arg : expression.call().args()) {
      checkExpressions(arg, place);
      if (expression.call().function().equals("matches")
          && arg.getKind() == Kind.CONSTANT
          && arg.constant().getKind() == CelConstant.Kind.STRING_VALUE) {
        String source = arg.constant().stringValue();
        try {
          EXPRESSIONS.put(source, Pattern.compile(source));
        } catch (PatternSyntaxException e) {
          throw new InvalidRulePack(
              place.fault(
                  "the expression '%s' is not valid: %s".formatted(source, e.getDescription())));
        }
      }
    }
  }

  /** Runs in time that grows with the text alone, whatever the expression. */
  private static boolean matches(String text, String expression) {
    Pattern known = EXPRESSIONS.get(expression);
    return (known == null ? Pattern.compile(expression) : known).matcher(text).find();
  }

  private record ItemTypes(StructType item) implements CelTypeProvider {

    @Override
    public ImmutableCollection<CelType> types() {
      return ImmutableList.of(item);
    }

    @Override
    public Optional<CelType> findType(String name) {
      return name.equals(item.name()) ? Optional.of(item) : Optional.empty();
    }
  }
}
