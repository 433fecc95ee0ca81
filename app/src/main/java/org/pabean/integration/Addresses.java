package org.pabean.integration;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Says which addresses may be posted to: those of the public internet, and the hosts that an admin
 * allowed. Asked when a webhook is added and again with each connection, so that neither a rule
 * made later nor a name that leads elsewhere later gets past it.
 */
class Addresses {

  private static final int LONGEST = 2000;
  private static final int LAST_PORT = 65_535;

  /** What programs read as an IPv4 address, some of them 0177.0.0.1 or 0x7f.1 too. */
  private static final Pattern ENDS_IN_NUMBER =
      Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)\\.?", Pattern.CASE_INSENSITIVE);

  private static final Pattern FOUR_NUMBERS =
      Pattern.compile("((0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])(\\.(?!$)|$)){4}");

  private final Names names;
  private final Predicate<String> allowed;

  /**
   * Decides by these.
   *
   * @param names finds addresses
   * @param allowed whether an admin allowed this host, given as {@link #host} writes it
   */
  Addresses(Names names, Predicate<String> allowed) {
    this.names = names;
    this.allowed = allowed;
  }

  /**
   * The address, if it is one of the web.
   *
   * @throws IllegalArgumentException if it is not; the message says why
   */
  URI check(String text) {
    String url = text.strip();
    URI address = parse(url);
    String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      throw refused(url, "it must begin with https:// or http://");
    }
    if (address.getRawUserInfo() != null) {
      // Not repeated in the message: what stands before the @ is often a password.
      throw new IllegalArgumentException(
          "the address names a user: leave out what stands before the @; receivers check signatures");
    }
    if (address.getHost() == null || address.getPort() > LAST_PORT || address.getPort() == 0) {
      throw refused(url, "give a host, such as https://example.com/hooks");
    }
    if (ENDS_IN_NUMBER.matcher(address.getHost()).matches()
        && !FOUR_NUMBERS.matcher(address.getHost()).matches()) {
      throw refused(
          url,
          "write the numbers as in https://93.184.216.34/hooks, four and without zeros before");
    }
    return address;
  }

  /**
   * The address, if it may be posted to as things stand. A host that nobody knows may be known
   * later.
   *
   * @throws IllegalArgumentException if it may not; the message says why
   */
  URI checkNow(String text) {
    URI address = check(text);
    try {
      reachable(address.getHost());
    } catch (NotPublic e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    } catch (UnknownHostException e) {
      return address;
    }
    return address;
  }

  /**
   * The addresses to connect to. Nobody may look the host up again: it could lead elsewhere by
   * then.
   *
   * @throws NotPublic if any of them may not be reached
   */
  InetAddress[] reachable(String host) throws UnknownHostException {
    InetAddress[] found = names.addresses(bare(host));
    if (!allowed.test(host(host))) {
      for (InetAddress address : found) {
        if (!PublicAddresses.hold(address)) {
          throw new NotPublic(bare(host), address.getHostAddress());
        }
      }
    }
    return found;
  }

  /**
   * A host as it is compared: in small letters, without brackets and without a last dot.
   *
   * @throws IllegalArgumentException if it is no host
   */
  static String host(String text) {
    String host = bare(text.strip()).toLowerCase(Locale.ROOT);
    boolean v6 = host.indexOf(':') >= 0;
    try {
      String read = new URI("http://" + (v6 ? "[" + host + "]" : host) + "/").getHost();
      if (read == null || !bare(read).equals(host)) {
        throw noHost(text);
      }
      // There are many ways to write one address of IPv6; without a name nobody is asked.
      return v6 ? InetAddress.getByName(host).getHostAddress() : host.replaceFirst("\\.$", "");
    } catch (URISyntaxException | UnknownHostException e) {
      throw noHost(text);
    }
  }

  private static String bare(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }

  private static URI parse(String url) {
    if (url.length() > LONGEST) {
      throw new IllegalArgumentException(
          "the address is too long: at most %d characters".formatted(LONGEST));
    }
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      throw refused(url, "give one such as https://example.com/hooks");
    }
  }

  private static IllegalArgumentException noHost(String text) {
    return new IllegalArgumentException(
        "'%s' is not a host: give a name or an address alone, such as hooks.internal or 10.0.0.7"
            .formatted(text));
  }

  private static IllegalArgumentException refused(String url, String mend) {
    return new IllegalArgumentException("'%s' is not an address: %s".formatted(url, mend));
  }
}
