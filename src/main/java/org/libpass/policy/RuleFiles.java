package org.libpass.policy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The rule files as they are on disk at one moment. */
final class RuleFiles {

  /** The folder of the rules that hold for all. */
  static final String ALLIANCE = "alliance";

  private static final String NAME = "policy.drl";

  private RuleFiles() {}

  /**
   * A file's content, by which two looks at it are compared.
   *
   * @param bytes the bytes, one character each; at most one more than a rule file may have
   * @param readable whether it could be read at all
   */
  record Source(String bytes, boolean readable) {

    /** Its text, if it is one that a rule file may have. */
    String text() throws RuleFileException {
      if (!readable) {
        throw new RuleFileException(1, "unreadable");
      }
      return PreScan.text(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  /** How a folder's rule file is called in reasons and on pages. */
  static String file(String owner) {
    return owner + "/" + NAME;
  }

  /** The files by folder, empty when there is no directory. */
  static Map<String, Source> read(Path directory) throws IOException {
    Map<String, Source> files = new TreeMap<>();
    if (!Files.isDirectory(directory)) {
      return files;
    }
    try (Stream<Path> folders = Files.list(directory)) {
      for (Path folder : folders.toList()) {
        Path file = folder.resolve(NAME);
        if (Files.exists(file)) {
          read(file, String.valueOf(folder.getFileName()), files);
        }
      }
    }
    return files;
  }

  private static void read(Path file, String owner, Map<String, Source> files) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(PreScan.MOST_BYTES + 1);
      files.put(owner, new Source(new String(bytes, StandardCharsets.ISO_8859_1), true));
    } catch (NoSuchFileException e) {
      // Gone since it was listed: as if it had not been there.
    } catch (IOException e) {
      files.put(owner, new Source("", false));
    }
  }
}
