/**
 * SIP2 (3M Standard Interchange Protocol 2.00) over TCP: how a school's library system is asked.
 * Internal: others see the ports {@link org.libpass.ils.Ils}, {@link org.libpass.ils.SlotAccounts}
 * and {@link org.libpass.ils.Connections}.
 *
 * <p>A request is a record that knows its reply ({@link org.libpass.ils.sip2.Request}). {@link
 * org.libpass.ils.sip2.RequestWriter} is the one way out and refuses what could inject a field;
 * {@link org.libpass.ils.sip2.Message} and the records are the one way in and refuse what is not
 * exactly an answer to what was asked. One request is outstanding at a time, and any doubt closes
 * the connection, because from then on every reply could be the answer to another question.
 *
 * <p>No text of a failure carries the value of a field: passwords and names travel in them.
 */
@NullMarked
package org.libpass.ils.sip2;

import org.jspecify.annotations.NullMarked;
