package org.libpass.policy;

/**
 * Names the rule texts that decided.
 *
 * @param school {@code alliance}, or the code of the school whose own rules took part
 * @param hash SHA-256 over the alliance's and the school's text, 64 hexadecimal digits
 */
public record RulesVersion(String school, String hash) {

  /** The hash's first twelve digits, enough for a page. */
  public String shortHash() {
    return hash.substring(0, Math.min(12, hash.length()));
  }
}
