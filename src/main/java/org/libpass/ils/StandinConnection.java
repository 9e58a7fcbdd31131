package org.libpass.ils;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * What a school's system librarian would write into the form of the connection: how to reach the
 * stand-in over SIP2 and what is peculiar there.
 *
 * @param host always a loopback address
 * @param port a free port chosen at start; ask again after the application was stopped and started
 * @param user to log in with, null where the system wants no login
 * @param password to log in with, null where the system wants no login
 * @param promptsLogin whether it asks for both by prompts before SIP2 begins
 * @param institution the institution id
 * @param crlf whether replies end in CR and LF, not in CR alone
 * @param answersStatus whether a status request may be sent at all
 * @param expiryField the field in which a patron's expiry stands, null for none
 * @param identityField the field in which the kind of patron stands
 * @param unitField the field in which department or office stands; {@code AF} is the second AF
 * @param requestsField the field that comes once for each request to another library that has
 *     arrived, null for none
 * @param holdListIsShelf whether the list of holds names waiting items only, not every open hold
 * @param accountsMayDiffer whether the system may answer a typed account with the number it knows
 *     the patron by
 * @param slotPassword the password of the slot accounts, null where they need none
 */
public record StandinConnection(
    String host,
    int port,
    @Nullable String user,
    @Nullable String password,
    boolean promptsLogin,
    String institution,
    Charset charset,
    boolean crlf,
    boolean answersStatus,
    @Nullable String expiryField,
    String identityField,
    String unitField,
    @Nullable String requestsField,
    boolean holdListIsShelf,
    boolean accountsMayDiffer,
    @Nullable String slotPassword) {}
