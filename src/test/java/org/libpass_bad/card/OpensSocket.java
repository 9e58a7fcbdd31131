package org.libpass_bad.card;

/** Breaks the rule that only ils opens sockets. */
record OpensSocket(java.net.Socket socket) {}
