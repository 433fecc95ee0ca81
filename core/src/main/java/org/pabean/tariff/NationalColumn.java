package org.pabean.tariff;

/**
 * A column of rates or policies that a national edition keeps.
 *
 * @param name the name it has here whatever the file calls it, such as {@code mfn} or {@code atiga}
 * @param source the header of the column in the file
 */
public record NationalColumn(String name, String source) {}
