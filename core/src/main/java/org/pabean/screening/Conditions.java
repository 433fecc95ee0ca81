package org.pabean.screening;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Map;
import java.util.Optional;

/** Compiles and runs the conditions of rules: typed, without side effects, always ending. */
final class Conditions {

  private static final String ITEM_TYPE = "pabean.Item";
  private static final CelType TEXTS = ListType.create(SimpleType.STRING);
  private static final ImmutableMap<String, CelType> FIELDS =
      ImmutableMap.<String, CelType>builder()
          .put("said", TEXTS)
          .put("codes", TEXTS)
          .put("top", SimpleType.STRING)
          .put("confidence", SimpleType.DOUBLE)
          .put("margin", SimpleType.DOUBLE)
          .put("title", SimpleType.STRING)
          .put("material", SimpleType.STRING)
          .put("use", SimpleType.STRING)
          .put("condition", SimpleType.STRING)
          .put("origin", SimpleType.STRING)
          .put("value", SimpleType.DOUBLE)
          .put("currency", SimpleType.STRING)
          .put("weight_g", SimpleType.DOUBLE)
          .put("destination", SimpleType.STRING)
          .put("date", SimpleType.STRING)
          .buildOrThrow();
  private static final CelOptions OPTIONS =
      CelOptions.current()
          .enableHeterogeneousNumericComparisons(true)
          .comprehensionMaxIterations(10_000)
          .build();

  private final CelCompiler compiler;
  private final CelRuntime runtime;

  Conditions() {
    StructType item =
        StructType.create(
            ITEM_TYPE, FIELDS.keySet(), field -> Optional.ofNullable(FIELDS.get(field)));
    this.compiler =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .setTypeProvider(new ItemTypes(item))
            .addVar("item", StructTypeReference.create(ITEM_TYPE))
            .setResultType(SimpleType.BOOL)
            .build();
    this.runtime = CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();
  }

  /** A compiled condition; safe to share among threads. */
  interface Condition {

    /**
     * Whether the condition holds.
     *
     * @throws CelEvaluationException if it cannot be told; the item must then be held
     */
    boolean holds(Map<String, Object> item) throws CelEvaluationException;
  }

  /**
   * Compiles a condition.
   *
   * @throws CelValidationException if it is not valid; the message shows line, column and a caret
   */
  Condition compile(String source) throws CelValidationException {
    CelAbstractSyntaxTree tree = compiler.compile(source).getAst();
    try {
      CelRuntime.Program program = runtime.createProgram(tree);
      return item -> {
        Object answer = program.eval(Map.of("item", item));
        if (answer instanceof Boolean holds) {
          return holds;
        }
        // A missing variable comes back as "unknown", not as an error.
        throw new IllegalStateException("the condition gave no yes or no: " + answer);
      };
    } catch (CelEvaluationException e) {
      throw new IllegalStateException("cannot plan the condition: " + source, e);
    }
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
