package org.pabean.review;

import java.util.UUID;

/**
 * What one person has on the desk.
 *
 * @param id the account
 * @param name the person
 * @param role what they may decide, as the account has it
 * @param claimed how many tasks they hold
 * @param assigned how many were given to them
 * @param overdue how many of both are late
 * @param decidedToday how many decisions they gave today
 */
public record PersonLoad(
    UUID id,
    String name,
    String role,
    long claimed,
    long assigned,
    long overdue,
    long decidedToday) {}
