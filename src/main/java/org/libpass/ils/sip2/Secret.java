package org.libpass.ils.sip2;

/** A password or PIN, which never shows in a text that is made of an object. */
public record Secret(String value) {

  /** What is not set. */
  public static final Secret NONE = new Secret("");

  @Override
  public String toString() {
    return "•••";
  }
}
