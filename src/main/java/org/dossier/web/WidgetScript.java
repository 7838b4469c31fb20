package org.dossier.web;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The chat widget, and the script of the page `/check`, as single files: modules in
/// `src/main/resources/widget`, concatenated without imports, comments and indentation.
@Singleton
final class WidgetScript {
  private static final List<String> LANGUAGES = List.of("ar", "de", "en", "es", "fa", "fr", "ru");

  /// In dependency order: each module follows those that it uses.
  private static final List<String> MODULES =
      List.of(
          "language",
          "elements",
          "archive",
          "memory",
          "style",
          "citations",
          "chart",
          "feedback",
          "turn",
          "composer",
          "chat");

  private static final List<String> CHECK_MODULES =
      List.of("language", "elements", "archive", "citations", "check");

  private static final Pattern IMPORT = Pattern.compile("import .* from '.*';");
  private static final Pattern COMMENT = Pattern.compile("//.*|/\\*.*\\*/");
  private static final Pattern EXPORT = Pattern.compile("^export ");

  private final Script widget = script(MODULES);
  private final Script check = script(CHECK_MODULES);

  /// A script.
  ///
  /// @param text the JavaScript: a module without imports
  /// @param integrity its hash, in the form of `integrity` attributes
  record Script(String text, String integrity) {}

  Script widget() {
    return widget;
  }

  /// The script of the page `/check`.
  Script check() {
    return check;
  }

  private static Script script(List<String> modules) {
    var text =
        Stream.concat(LANGUAGES.stream().map(language -> "texts/" + language), modules.stream())
            .map(WidgetScript::module)
            .collect(Collectors.joining());
    return new Script(text, "sha384-" + Base64.getEncoder().encodeToString(hash(text)));
  }

  /// Removes lines that look like comments. No module contains a multi-line string with such a
  /// line.
  private static String module(String name) {
    return read(name)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !COMMENT.matcher(line).matches())
        .filter(line -> !IMPORT.matcher(line).matches())
        .map(line -> EXPORT.matcher(line).replaceFirst("") + "\n")
        .collect(Collectors.joining());
  }

  private static String read(String name) {
    try (var file = WidgetScript.class.getResourceAsStream("/widget/" + name + ".js")) {
      if (file == null) {
        throw new IllegalStateException("missing widget module: " + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-384").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-384", e);
    }
  }
}
