package org.libpass.platform;

import java.util.List;

/** A module's own conversions between its values and columns; beans of this type are collected. */
public interface JdbcConversions {

  /** Spring converters, annotated as reading or writing ones. */
  List<?> converters();
}
