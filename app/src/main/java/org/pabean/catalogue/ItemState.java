package org.pabean.catalogue;

/** Where an item stands. */
public enum ItemState {
  /** Its code is settled; it may appear in documents. */
  FINAL,
  /** A person must decide; there is an open review task. */
  HELD,
  /** A person decided that it may not be imported. */
  PROHIBITED
}
