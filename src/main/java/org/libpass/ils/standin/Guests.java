package org.libpass.ils.standin;

import java.io.IOException;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;

/** The connections that a server has open. */
final class Guests {

  private static final int MOST = 64;

  private final Set<Socket> open = new HashSet<>();
  private int most;

  /** Lets a connection in, or closes it when there are too many. */
  synchronized boolean admit(Socket socket) {
    if (open.size() >= MOST) {
      hangUp(socket);
      return false;
    }
    open.add(socket);
    most = Math.max(most, open.size());
    return true;
  }

  /** Closes a connection. */
  synchronized void dismiss(Socket socket) {
    open.remove(socket);
    hangUp(socket);
  }

  /** Closes all connections. */
  synchronized void dismissAll() {
    open.forEach(Guests::hangUp);
    open.clear();
  }

  /** How many are open. */
  synchronized int now() {
    return open.size();
  }

  /** How many were open at the same time at most. */
  synchronized int most() {
    return most;
  }

  private static void hangUp(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no use any more, closed or not.
    }
  }
}
