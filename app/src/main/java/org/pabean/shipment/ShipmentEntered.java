package org.pabean.shipment;

/**
 * A shipment was entered, its lines assessed and held where they must be. Published within the
 * transaction that does it.
 *
 * @param shipment as it stands
 */
public record ShipmentEntered(Shipment shipment) {}
