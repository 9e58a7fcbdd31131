package org.libpass.ils.standin;

/**
 * An invented reader of a stand-in library system.
 *
 * @param account the account, which is the reader number too
 * @param identity the school's word for the kind of reader
 * @param unit department or office
 */
record Person(String account, String name, String identity, String unit, Condition condition) {}
