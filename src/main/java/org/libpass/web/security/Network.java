package org.libpass.web.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/** From where a request comes, for those who count requests: as a hash, not as it is. */
public final class Network {

  private Network() {}

  /**
   * The same for all addresses of one network, 64 characters.
   *
   * @param address an IPv4 or IPv6 address
   */
  public static String hashOf(String address) {
    return hash("address:" + of(address));
  }

  /** One household of IPv6 has a whole /64, so its addresses count as one. */
  static String of(String address) {
    if (!address.contains(":") || address.contains(".")) {
      return address;
    }
    String[] sides = address.split("%", 2)[0].split("::", 2);
    List<String> groups = new ArrayList<>(groups(sides[0]));
    if (sides.length == 2) {
      List<String> right = groups(sides[1]);
      groups.addAll(Collections.nCopies(Math.max(0, 8 - groups.size() - right.size()), "0"));
      groups.addAll(right);
    }
    return String.join(":", groups.subList(0, Math.min(4, groups.size())));
  }

  private static List<String> groups(String side) {
    return side.isEmpty() ? List.of() : List.of(side.split(":"));
  }

  static String hash(String subject) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("Every Java platform has SHA-256", absent);
    }
  }
}
