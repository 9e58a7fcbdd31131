package org.libpass.policy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.libpass.testing.ProjectFiles;

/**
 * A file that no service should take, with what the gate must say of it.
 *
 * @param name folder and name, without the ending
 * @param line the line that must be named
 * @param key the reason
 * @param schoolOnly whether only a school's file is refused so
 * @param stock when the rule engine by itself runs the code in it: "build", "run", or "-" for never
 *     or not tried
 */
record HostileFile(String name, int line, String key, boolean schoolOnly, String stock) {

  static final Path FOLDER = Path.of("src/test/resources/hostile");

  /** The files of the index. */
  static List<HostileFile> all() {
    return RulesOnDisk.read(FOLDER.resolve("index.txt"))
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("\\s+"))
        .map(
            part ->
                new HostileFile(
                    part[0], Integer.parseInt(part[1]), part[2], part[3].equals("school"), part[4]))
        .toList();
  }

  /** The names of the files that are there. */
  static List<String> present() {
    return ProjectFiles.below(FOLDER, ".drl").stream()
        .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
        .map(file -> file.substring(0, file.length() - ".drl".length()))
        .toList();
  }

  byte[] bytes() {
    return ProjectFiles.bytes(FOLDER.resolve(name + ".drl"));
  }

  /** How many lines an editor shows. */
  int lines() {
    return 1
        + (int)
            new String(bytes(), StandardCharsets.ISO_8859_1).chars().filter(c -> c == '\n').count();
  }

  @Override
  public String toString() {
    return name;
  }
}
