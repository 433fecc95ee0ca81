package org.pabean.consignment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a consignment travels. What is not known is empty or null.
 *
 * @param mode by which it crosses the border
 * @param service who carries it, and as what
 * @param carrier the name
 * @param vessel flight number, or name of ship or vehicle
 * @param itemId number of a postal item by UPU S10, such as {@code LX123456785SG}
 * @param masterNumber of the master air waybill or bill of lading
 * @param masterDate of it
 * @param houseNumber of the house waybill
 * @param houseDate of it
 * @param loadingPort UN/LOCODE
 * @param unloadingPort UN/LOCODE
 * @param departure the day it leaves
 * @param arrival the day it is expected
 */
public record Transport(
    @Nullable Mode mode,
    @Nullable Service service,
    String carrier,
    String vessel,
    String itemId,
    String masterNumber,
    @Nullable LocalDate masterDate,
    String houseNumber,
    @Nullable LocalDate houseDate,
    String loadingPort,
    String unloadingPort,
    @Nullable LocalDate departure,
    @Nullable LocalDate arrival) {

  /** Nothing is known yet. */
  public static final Transport UNKNOWN =
      new Transport(null, null, "", "", "", "", null, "", null, "", "", null, null);

  /** The means at the border. */
  public enum Mode {
    /** Aircraft. */
    AIR,
    /** Ship. */
    SEA,
    /** Lorry or van. */
    ROAD,
    /** Train. */
    RAIL
  }

  /** The kind of carriage, which decides the form. */
  public enum Service {
    /** Post: a letter, a small packet. */
    LETTER,
    /** Post: a parcel. */
    PARCEL,
    /** A courier. */
    EXPRESS,
    /** A forwarder or carrier. */
    FREIGHT;

    /** Whether the post carries it. */
    public boolean isPostal() {
      return this == LETTER || this == PARCEL;
    }
  }

  /** Makes texts of what is missing. */
  public Transport {
    carrier = Texts.orEmpty(carrier);
    vessel = Texts.orEmpty(vessel);
    itemId = Texts.orEmpty(itemId);
    masterNumber = Texts.orEmpty(masterNumber);
    houseNumber = Texts.orEmpty(houseNumber);
    loadingPort = Texts.orEmpty(loadingPort);
    unloadingPort = Texts.orEmpty(unloadingPort);
  }

  /** Whether the post carries it. */
  public boolean isPostal() {
    return service != null && service.isPostal();
  }
}
