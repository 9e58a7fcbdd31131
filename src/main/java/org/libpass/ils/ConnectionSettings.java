package org.libpass.ils;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a school's library system is spoken with, as pages may show it: without any secret.
 *
 * @param tls whether the connection is encrypted
 * @param connections how many there may be at once, 1 or 2
 * @param charset its name
 * @param terminator what ends a message, {@code CR} or {@code CRLF}
 * @param institution what the system calls itself, may be empty
 * @param user the platform's account there, null where no login is wanted
 * @param promptsLogin whether user and password are asked for by prompts before SIP2 begins
 * @param asksStatus whether the status is asked after the login
 * @param aliases whether at sign-in it may answer with its own number for what was typed
 * @param holdsListed whether it lists every open hold, not only those that wait on the shelf
 * @param slotPin whether the slots' accounts have a PIN
 * @param expiryFields where a reader's expiry stands, such as {@code PA}; may be none
 * @param identityFields where the kind of reader stands
 * @param unitFields where department or office stands
 * @param emailFields where the address stands
 */
public record ConnectionSettings(
    String host,
    int port,
    boolean tls,
    int connections,
    String charset,
    String terminator,
    String institution,
    @Nullable String user,
    boolean promptsLogin,
    boolean asksStatus,
    boolean aliases,
    boolean holdsListed,
    boolean slotPin,
    List<String> expiryFields,
    List<String> identityFields,
    List<String> unitFields,
    List<String> emailFields) {}
