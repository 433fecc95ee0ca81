package org.pabean.integration;

import java.net.UnknownHostException;

/** A name leads to an address that webhooks may not reach. */
final class NotPublic extends UnknownHostException {

  private static final long serialVersionUID = 1L;

  NotPublic(String host, String address) {
    super(
        "'%s' leads to %s, which is not on the public internet: an admin may allow this host on the page Webhooks"
            .formatted(host, address));
  }
}
