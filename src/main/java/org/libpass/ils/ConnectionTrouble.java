package org.libpass.ils;

/** Why a library system gave no answer that could be trusted. */
public enum ConnectionTrouble {
  /** Its settings can't be sent as they are. */
  SETTINGS,
  /** No connection could be opened. */
  UNREACHABLE,
  /** It refuses our login. */
  LOGIN_REFUSED,
  /** It says that it is offline. */
  OFFLINE,
  /** No whole answer came in time. */
  SILENT,
  /** The connection ended before the answer did. */
  CUT,
  /** What came is no answer as the standard wants it. */
  GARBLED,
  /** What came is not of the agreed charset. */
  CHARSET,
  /** It was the answer to another question. */
  OTHER_ANSWER
}
