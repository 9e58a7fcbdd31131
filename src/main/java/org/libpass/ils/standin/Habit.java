package org.libpass.ils.standin;

/** What a stand-in does in another way than most. */
enum Habit {
  /** Sends neither sequence number nor checksum. */
  NO_TRAILER,
  /** Sends no delimiter between the last field and the sequence number. */
  UNSEPARATED_TRAILER,
  /** Ends a reply with CR and LF. */
  CRLF,
  /** Sends the fields in the opposite order. */
  REVERSED,
  /** Sends fields that have nothing to say, empty. */
  EMPTY_FIELDS,
  /** Closes the connection when a status request comes before the login. */
  LOGIN_BEFORE_STATUS,
  /** Closes the connection when a status request comes. */
  NO_STATUS,
  /** Trusts whoever reaches it and wants no login. */
  NO_LOGIN,
  /** Asks for user and password by prompts, as a terminal does, and then speaks SIP2. */
  PROMPTS_LOGIN,
  /** Leaves the amount owed out when it is zero. */
  NO_ZERO_AMOUNT,
  /** Says how many fines there are and never how much. */
  NO_AMOUNT,
  /** Names held items by title. */
  HOLDS_BY_TITLE,
  /** Names what has come from other libraries, in a field of its own making. */
  REQUESTS,
  /** Lists every open hold, not only those that wait on the shelf. */
  OPEN_HOLDS,
  /** Gives a due date neither at checkout nor with an item. */
  NO_DUE_DATE,
  /** Has what came back shelved first. */
  SHELVES_LATER,
  /** Tells about slot accounts, and lends to them, only with their password. */
  SLOT_PASSWORD,
  /** Knows accounts by their exact spelling only. */
  EXACT_CASE,
  /** Takes the account and answers with a number of its own. */
  OWN_NUMBERS,
  /** Calls an expired patron invalid. */
  EXPIRED_INVALID,
  /** Calls a blocked patron valid and denies the privileges. */
  BLOCKED_BY_FLAGS
}
