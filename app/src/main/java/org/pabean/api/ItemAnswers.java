package org.pabean.api;

import org.pabean.catalogue.Item;
import org.pabean.registry.Registry;
import org.pabean.review.ReviewQueue;
import org.pabean.review.ReviewTask;
import org.springframework.stereotype.Component;

/** Puts together what is known about an item. */
@Component
class ItemAnswers {

  private final ReviewQueue queue;
  private final Registry registry;

  ItemAnswers(ReviewQueue queue, Registry registry) {
    this.queue = queue;
    this.registry = registry;
  }

  ItemAnswer of(Item item) {
    return new ItemAnswer(
        item.id(),
        item.destination(),
        item.state().name(),
        item.lane().name(),
        CodeText.digits(item.code()),
        CodeText.dotted(item.code()),
        item.version(),
        item.updatedAt(),
        queue.findOpenByItem(item.id()).map(ReviewTask::id).orElse(null),
        ListingAnswer.of(item.listing()),
        AssessmentAnswer.of(item.assessment(), registry.assessor().nomenclature()),
        queue.decisions(item.id()).stream().map(DecisionAnswer::of).toList());
  }
}
