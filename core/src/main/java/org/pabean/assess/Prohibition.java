package org.pabean.assess;

import java.time.LocalDate;

/**
 * A person's decision that goods may not be imported. The same goods are held again, never final.
 *
 * @param decidedBy the person's name
 * @param decidedOn the day
 * @param rationale why, in the person's words
 */
public record Prohibition(String decidedBy, LocalDate decidedOn, String rationale) {}
