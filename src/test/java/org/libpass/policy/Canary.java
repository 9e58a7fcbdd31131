package org.libpass.policy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * What hostile rule files try to reach. It is public and static, so that code in a file needs
 * nothing else to be heard here.
 */
public final class Canary {

  private static final String PROPERTY = "libpass.canary";
  private static final Path FILE = Path.of("target/canary");
  private static final Set<String> SONGS = new ConcurrentSkipListSet<>();

  private Canary() {}

  /**
   * Says that code of a rule file runs.
   *
   * @return true, so that it can stand in a condition
   */
  public static boolean sing(String song) {
    return SONGS.add(song) || true;
  }

  /** Sings when somebody makes one and gives it a song. */
  public static final class Bird {

    /** Sings. */
    public void setSong(String song) {
      sing(song);
    }
  }

  /** What has been heard or left behind since it was last asked; empty when all is well. */
  static Set<String> heard() {
    Set<String> heard = new TreeSet<>(SONGS);
    SONGS.clear();
    if (System.clearProperty(PROPERTY) != null) {
      heard.add("a system property");
    }
    if (FILE.toFile().delete() || Files.exists(FILE)) {
      heard.add("a file");
    }
    if (Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals("canary"))) {
      heard.add("a thread");
    }
    return heard;
  }
}
