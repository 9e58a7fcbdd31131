package org.libpass.ils.sip2;

/** A well-formed answer of a library system to the question that was asked. */
sealed interface Reply
    permits Login.Reply,
        Status.Reply,
        PatronInformation.Reply,
        PatronStatus.Reply,
        Checkout.Reply,
        Checkin.Reply,
        ItemInformation.Reply,
        EndSession.Reply {}
