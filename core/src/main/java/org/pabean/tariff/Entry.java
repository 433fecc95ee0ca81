package org.pabean.tariff;

/**
 * One code of an edition with what it covers, in our own words.
 *
 * @param code chapter, heading, subheading or line
 * @param description what the code covers, readable without its parents; of a line, what sets it
 *     apart within its subheading
 * @param excludes what is often put here wrongly and where it goes; empty if nothing is
 */
public record Entry(Code code, String description, String excludes) {}
