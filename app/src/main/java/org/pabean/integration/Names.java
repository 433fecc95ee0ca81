package org.pabean.integration;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host. */
@FunctionalInterface
interface Names {

  /** All addresses of a host, at least one. */
  InetAddress[] addresses(String host) throws UnknownHostException;
}
