package org.pabean.shipment;

import java.time.Instant;

/**
 * A shipment came to be held, or its last held line was settled so that it can go. Published within
 * the transaction that does it.
 *
 * @param shipment as it now stands
 * @param at when
 */
public record ShipmentTurned(Shipment shipment, Instant at) {}
