package org.libpass.process;

/**
 * A line of a routing table.
 *
 * @param name from where, by what, to where
 * @param check plays it
 */
record Route(String name, Check check) {

  /** Plays a route on a stage; fails as a test does. */
  interface Check {
    void on(Stage stage);
  }

  static Route of(String name, Check check) {
    return new Route(name, check);
  }

  @Override
  public String toString() {
    return name;
  }
}
