package org.pabean.record;

import java.time.Instant;
import org.springframework.core.ResolvableType;
import org.springframework.core.ResolvableTypeProvider;

/**
 * Something was written into the record. Published within the transaction that does it; whoever
 * listens to {@code Recorded<Claimed>} hears of claims only.
 *
 * @param fact what happened
 * @param by the name of who did it
 * @param at when
 */
public record Recorded<F extends Fact>(F fact, String by, Instant at)
    implements ResolvableTypeProvider {

  @Override
  public ResolvableType getResolvableType() {
    return ResolvableType.forClassWithGenerics(
        Recorded.class, ResolvableType.forClass(fact.getClass()));
  }
}
