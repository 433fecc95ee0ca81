package org.pabean.screening;

/**
 * One thing that is wrong with a rule pack.
 *
 * @param file the file's name
 * @param line where it stands, from 1; 0 if it is the file as a whole
 * @param column where in that line, from 1; 0 if that cannot be told
 * @param rule the id of the rule at fault; empty if it is none
 * @param reason what is wrong, and how to mend it
 */
public record PackFault(String file, int line, int column, String rule, String reason) {

  static PackFault of(String file, String reason) {
    return new PackFault(file, 0, 0, "", reason);
  }

  PackFault inRule(String id) {
    return new PackFault(file, line, column, rule.isEmpty() ? id : rule, reason);
  }

  @Override
  public String toString() {
    var text = new StringBuilder(file);
    if (line > 0) {
      text.append(" line ").append(line);
    }
    if (column > 0) {
      text.append(", column ").append(column);
    }
    if (!rule.isEmpty()) {
      text.append(", rule ").append(rule);
    }
    return text.append(": ").append(reason).toString();
  }
}
