package org.pabean.record;

import java.util.List;
import java.util.UUID;

/** What happens to shipments, their documents, and those who are told. */
public sealed interface PaperFact extends Fact {

  /**
   * A shipment was entered.
   *
   * @param itemIds the items of its lines, in their order
   */
  record Shipped(UUID shipmentId, String reference, String destination, List<UUID> itemIds)
      implements PaperFact {
    /** Copies the list. */
    public Shipped {
      itemIds = List.copyOf(itemIds);
    }

    @Override
    public Kind kind() {
      return Kind.SHIPPED;
    }

    @Override
    public UUID subject() {
      return shipmentId;
    }
  }

  /**
   * Another record took the place of a shipment's.
   *
   * @param itemIds the items of its lines, in their order
   */
  record Amended(UUID shipmentId, String reference, String destination, List<UUID> itemIds)
      implements PaperFact {
    /** Copies the list. */
    public Amended {
      itemIds = List.copyOf(itemIds);
    }

    @Override
    public Kind kind() {
      return Kind.SHIPMENT_AMENDED;
    }

    @Override
    public UUID subject() {
      return shipmentId;
    }
  }

  /**
   * A document was issued.
   *
   * @param documentKind which form
   * @param sha256 hash of the file, hexadecimal
   * @param itemIds the items that it names
   */
  record Issued(
      UUID shipmentId,
      UUID documentId,
      String documentKind,
      String number,
      int documentVersion,
      String sha256,
      List<UUID> itemIds)
      implements PaperFact {
    /** Copies the list. */
    public Issued {
      itemIds = List.copyOf(itemIds);
    }

    @Override
    public Kind kind() {
      return Kind.DOCUMENT_ISSUED;
    }

    @Override
    public UUID subject() {
      return shipmentId;
    }
  }

  /** A later version took a document's place. */
  record Superseded(UUID shipmentId, UUID documentId, String number, UUID by) implements PaperFact {
    @Override
    public Kind kind() {
      return Kind.DOCUMENT_SUPERSEDED;
    }

    @Override
    public UUID subject() {
      return shipmentId;
    }
  }

  /** A webhook took an event. */
  record Told(UUID about, UUID deliveryId, UUID eventId, String event, String url)
      implements PaperFact {
    @Override
    public Kind kind() {
      return Kind.WEBHOOK_TOLD;
    }

    @Override
    public UUID subject() {
      return about;
    }
  }

  /** A webhook could not be told of an event, and is not tried again by itself. */
  record NotTold(UUID about, UUID deliveryId, UUID eventId, String event, String url, String reason)
      implements PaperFact {
    @Override
    public Kind kind() {
      return Kind.WEBHOOK_FAILED;
    }

    @Override
    public UUID subject() {
      return about;
    }
  }
}
