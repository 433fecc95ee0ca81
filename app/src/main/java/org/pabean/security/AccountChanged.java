package org.pabean.security;

import org.jspecify.annotations.Nullable;

/**
 * An account was made, or is not what it was. Published within the transaction that does it.
 *
 * @param account as it now is
 * @param change what was done
 * @param detail such as the name of a token; may be empty
 * @param by who did it; null if the program did
 */
public record AccountChanged(Account account, Change change, String detail, @Nullable Actor by) {

  /** What may be done to an account. */
  public enum Change {
    /** It was made. */
    MADE,
    /** It may no longer log in. */
    CLOSED,
    /** It may log in again. */
    OPENED,
    /** It has another password. */
    PASSWORD_CHANGED,
    /** It has one token more. */
    TOKEN_MADE,
    /** A token of it was ended. */
    TOKEN_ENDED
  }
}
