package org.dossier;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The English of the repository: pages, comments, and messages of the program.
record Prose(List<Passage> passages) {
  private static final Set<String> SKIPPED =
      Set.of(".git", "target", "data", "corpus", "prompts", "__pycache__");
  private static final Pattern WHOLE =
      Pattern.compile(".*\\.(js|css|html|yaml|yml|properties|sql|sh)|dossier|Dockerfile|run");
  private static final Pattern CODE =
      Pattern.compile(
          "(?<block>\"\"\"[\\s\\S]*?\"\"\")|(?<string>\"(?:\\\\.|[^\"\\\\\\n])*\")|'(?:\\\\.|[^'\\\\\\n])+'"
              + "|(?m)(?<comment>(?:///.*(?:\\n\\s*///(?=.).*)*|//.*(?:\\n\\s*//(?!/).*)*))");
  private static final Pattern COMMENT_MARK = Pattern.compile("(?m)^\\s*///? ?");

  /// Patterns, statements of SQL, and word lists.
  private static final Pattern NO_MESSAGE =
      Pattern.compile(
          "\\||\\\\\\\\|\\(\\?|\\b(?:SELECT|INSERT|UPDATE|DELETE|CREATE) |^\\W*[a-z]+(?:\\s+[a-z'’-]+){5,}\\W*$");

  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

  /// A stretch of text.
  ///
  /// @param line the number of its first line, from 1
  /// @param isDefinition whether it must begin with the noun that it is about
  private record Passage(Path file, int line, String text, boolean isDefinition) {}

  static Prose of(Path root) throws IOException {
    var passages = new ArrayList<Passage>();
    Files.walkFileTree(
        root.toAbsolutePath().normalize(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return SKIPPED.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            read(file, passages);
            return FileVisitResult.CONTINUE;
          }
        });
    return new Prose(List.copyOf(passages));
  }

  /// `file:line: word` for each word to avoid, and for each definition without its noun.
  List<String> findings(WordList words) {
    var findings = new ArrayList<String>();
    for (var passage : passages) {
      words
          .occurrences(passage.text())
          .forEach(word ->
              findings.add(
                  "%s:%d: %s"
                      .formatted(
                          passage.file(),
                          passage.line() + linesOf(passage.text().substring(0, word.start())),
                          word.group().replaceAll("\\s+", " "))));
      if (passage.isDefinition() && WordList.isHeadless(passage.text())) {
        findings.add("%s:%d: begins without its noun".formatted(passage.file(), passage.line()));
      }
    }
    return findings;
  }

  private static void read(Path file, List<Passage> passages) throws IOException {
    var name = file.getFileName().toString();
    if (name.endsWith(".java")) {
      readCode(file, Files.readString(file), passages);
    } else if (name.endsWith(".md") && !name.equals("style.md")) {
      var page = Files.readString(file);
      passages.add(new Passage(file, 1, page, false));
      HEADING
          .matcher(page)
          .results()
          .forEach(heading ->
              passages.add(
                  new Passage(file, lineOf(page, heading.start()), heading.group(1), true)));
    } else if (WHOLE.matcher(name).matches() && !file.toString().contains("src/test/resources")) {
      passages.add(new Passage(file, 1, Files.readString(file), false));
    }
  }

  private static void readCode(Path file, String code, List<Passage> passages) {
    boolean isProgram = file.toString().contains("src/main/");
    for (var part : CODE.matcher(code).results().toList()) {
      int line = lineOf(code, part.start());
      if (part.group("comment") != null) {
        var text = COMMENT_MARK.matcher(part.group("comment")).replaceAll("");
        passages.add(new Passage(file, line, text, true));
      } else if (isProgram && part.group("string") != null) {
        addMessage(file, line, unquoted(part.group("string"), 1), passages);
      } else if (isProgram && part.group("block") != null) {
        addMessage(file, line, unquoted(part.group("block"), 3), passages);
      }
    }
  }

  private static void addMessage(Path file, int line, String text, List<Passage> passages) {
    if (text.chars().filter(c -> c == ' ').count() >= 2 && !NO_MESSAGE.matcher(text).find()) {
      passages.add(new Passage(file, line, text, false));
    }
  }

  private static String unquoted(String literal, int quotes) {
    return literal.substring(quotes, literal.length() - quotes);
  }

  private static int lineOf(String text, int offset) {
    return 1 + linesOf(text.substring(0, offset));
  }

  private static int linesOf(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }
}
