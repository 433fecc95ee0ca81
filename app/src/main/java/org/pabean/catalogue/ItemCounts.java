package org.pabean.catalogue;

/**
 * How many items stand where.
 *
 * @param machineFinal finalised by the machine
 * @param personFinal finalised by a person's decision
 * @param held waiting for a person, blocked ones not counted
 * @param blocked waiting for a lead
 * @param prohibited decided not importable
 */
public record ItemCounts(
    long machineFinal, long personFinal, long held, long blocked, long prohibited) {}
