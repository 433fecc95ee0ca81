package org.pabean.integration;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Tells the addresses of the public internet from all others, by IANA's registries of
 * special-purpose addresses.
 */
final class PublicAddresses {

  private static final int V4_BYTES = 4;

  /** Among the IPv4 addresses these are not public. */
  private static final List<Net> NOT_PUBLIC_V4 =
      nets(
          "0.0.0.0/8", // this network
          "10.0.0.0/8", // private
          "100.64.0.0/10", // shared by a provider's customers
          "127.0.0.0/8", // loopback
          "168.63.129.16/32", // a cloud's own services, in a public range
          "169.254.0.0/16", // link-local, and the metadata of clouds
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocol assignments, and the metadata of a cloud
          "192.0.2.0/24", // documentation
          "192.88.99.0/24", // 6to4 relays
          "192.168.0.0/16", // private
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4"); // reserved, and broadcast

  /** Of the IPv6 addresses only these are public. */
  private static final List<Net> PUBLIC_V6 = nets("2000::/3");

  /** And of those not these. */
  private static final List<Net> NOT_PUBLIC_V6 =
      nets(
          "2001::/23", // protocol assignments: Teredo, benchmarks, ORCHID
          "2001:db8::/32", // documentation
          "2002::/16", // 6to4 leads to any IPv4 address
          "3fff::/20"); // documentation

  /** An IPv4 address stands in the last four bytes of these. */
  private static final List<Net> HOLDING_V4 =
      List.of(
          // Java reads ::ffff:0:0/96 as IPv4 by itself, so it cannot be written here as text.
          new Net(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 0, 0, 0, 0}, 96),
          net("64:ff9b::/96"));

  private PublicAddresses() {}

  /** A network: the first bits of its addresses. */
  private record Net(byte[] start, int bits) {

    boolean holds(byte[] address) {
      if (address.length != start.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % Byte.SIZE);
        if (((address[bit / Byte.SIZE] ^ start[bit / Byte.SIZE]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  /** Whether the address is one of the public internet. */
  static boolean hold(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (any(HOLDING_V4, bytes)) {
      bytes = Arrays.copyOfRange(bytes, bytes.length - V4_BYTES, bytes.length);
    }
    if (bytes.length == V4_BYTES) {
      return !any(NOT_PUBLIC_V4, bytes);
    }
    return any(PUBLIC_V6, bytes) && !any(NOT_PUBLIC_V6, bytes);
  }

  private static boolean any(List<Net> nets, byte[] address) {
    return nets.stream().anyMatch(net -> net.holds(address));
  }

  private static List<Net> nets(String... texts) {
    return Arrays.stream(texts).map(PublicAddresses::net).toList();
  }

  private static Net net(String text) {
    int slash = text.indexOf('/');
    try {
      byte[] start = InetAddress.getByName(text.substring(0, slash)).getAddress();
      return new Net(start, Integer.parseInt(text.substring(slash + 1)));
    } catch (UnknownHostException e) {
      throw new IllegalStateException(text + " is no network", e);
    }
  }
}
