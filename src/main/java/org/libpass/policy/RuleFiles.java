package org.libpass.policy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folders of rule files, as they are on disk at one moment. */
final class RuleFiles {

  private final Path directory;

  RuleFiles(Path directory) {
    this.directory = directory;
  }

  /**
   * A file's content, by which two looks at it are compared.
   *
   * @param bytes the bytes, one character each; at most one more than a rule file may have
   * @param readable whether it could be read at all
   */
  record Content(String bytes, boolean readable) {

    byte[] raw() {
      return bytes.getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  /** A folder's files by name; those that are not there are missing. */
  record Source(Map<String, Content> files) {

    Source {
      files = Map.copyOf(files);
    }

    @Nullable Content file(String name) {
      return files.get(name);
    }
  }

  /**
   * The folders that hold a file of rules, by name.
   *
   * @throws IOException if there is no directory or it can't be listed
   */
  Map<String, Source> look() throws IOException {
    Map<String, Source> sources = new TreeMap<>();
    try (Stream<Path> folders = Files.list(directory)) {
      for (Path folder : folders.toList()) {
        Source source = read(folder);
        if (!source.files().isEmpty()) {
          sources.put(String.valueOf(folder.getFileName()), source);
        }
      }
    }
    return sources;
  }

  private static Source read(Path folder) {
    Map<String, Content> files = new TreeMap<>();
    for (String name : OwnRules.FILES) {
      Path file = folder.resolve(name);
      if (Files.exists(file)) {
        content(file).ifPresent(content -> files.put(name, content));
      }
    }
    return new Source(files);
  }

  private static Optional<Content> content(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(PreScan.MOST_BYTES + 1);
      return Optional.of(new Content(new String(bytes, StandardCharsets.ISO_8859_1), true));
    } catch (NoSuchFileException e) {
      // Gone since it was seen: as if it had not been there.
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(new Content("", false));
    }
  }

  /** Makes an owner's folder hold these texts, each file at once. */
  void write(RuleOwner owner, RuleTexts texts) throws IOException {
    Path folder = Files.createDirectories(directory.resolve(owner.value()));
    write(folder, OwnRules.RULES, texts.rules());
    write(folder, OwnRules.EXAMPLES, texts.examples());
    write(folder, OwnRules.WORDS, texts.words());
  }

  private static void write(Path folder, String name, String text) throws IOException {
    Path file = folder.resolve(name);
    if (text.isEmpty()) {
      Files.deleteIfExists(file);
      return;
    }
    if (Files.exists(file) && !Files.isWritable(file)) {
      throw new IOException(file + " may not be written");
    }
    Path next = Files.createTempFile(folder, "." + name, ".next");
    try {
      Files.writeString(next, text);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(next);
    }
  }
}
