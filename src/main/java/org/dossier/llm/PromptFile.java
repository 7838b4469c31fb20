package org.dossier.llm;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dossier.text.Sha256;

/// A prompt template, read from a file: a line `[system]`, the system message, a line `[user]`, the
/// user message. Both may contain placeholders such as `{{question}}`.
///
/// @param version the file's name and a hash of its content: `answer:3f2a9c01d2e4`
public record PromptFile(String version, String system, String user) {
  private static final Pattern SECTIONS =
      Pattern.compile(
          "\\A\\s*\\[system]\\R(.*?)^\\[user]\\R(.*)\\z", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern PART = Pattern.compile("\\{\\{\\s*([a-z-]+)\\s*}}");
  private static final int HASH_DIGITS = 12;

  /// The template in the file's content.
  ///
  /// @param name the name of the file without its extension
  /// @param parts the names of the placeholders, all of which are required; no others are allowed
  /// @throws InvalidModelSettingsException if the content is invalid
  static PromptFile parse(String name, String content, Set<String> parts) {
    var sections = SECTIONS.matcher(content);
    if (!sections.matches()) {
      throw faulty(name, "it must have a line [system], its text, a line [user] and its text");
    }
    checkParts(name, content, parts);
    return new PromptFile(
        version(name, content), sections.group(1).strip(), sections.group(2).strip());
  }

  /// Validates the placeholders in `text`.
  ///
  /// @throws InvalidModelSettingsException if they are not `parts`
  static void checkParts(String name, String text, Set<String> parts) {
    var found = new TreeSet<String>();
    PART.matcher(text).results().forEach(part -> found.add(part.group(1)));
    if (!found.equals(parts)) {
      throw faulty(
          name,
          "it has the placeholders %s but must have %s"
              .formatted(enumerate(found), enumerate(new TreeSet<>(parts))));
    }
  }

  static String version(String name, String content) {
    return name + ":" + hash(content);
  }

  /// The prompt with every placeholder replaced by its value. Placeholders within values are not
  /// replaced.
  public Prompt fill(Map<String, String> parts) {
    return new Prompt(fill(system, parts), fill(user, parts), List.of(), version);
  }

  static String fill(String text, Map<String, String> parts) {
    return PART.matcher(text).replaceAll(part -> literal(part, parts));
  }

  private static String literal(MatchResult part, Map<String, String> parts) {
    var value = parts.get(part.group(1));
    if (value == null) {
      throw new IllegalArgumentException("no value for " + part.group());
    }
    return Matcher.quoteReplacement(value);
  }

  static InvalidModelSettingsException faulty(String name, String fault) {
    return new InvalidModelSettingsException("dossier.model.prompts", name + ".txt: " + fault);
  }

  private static String enumerate(Set<String> parts) {
    return parts.stream().map(part -> "{{" + part + "}}").collect(Collectors.joining(" "));
  }

  /// The first 48 bits of the content's SHA-256, in hexadecimal digits.
  static String hash(String content) {
    return Sha256.hex(content).substring(0, HASH_DIGITS);
  }
}
