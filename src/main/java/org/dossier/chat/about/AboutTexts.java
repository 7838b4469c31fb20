package org.dossier.chat.about;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The texts of one language: the file `texts-<language>.properties`, with numbers, days and lists
/// as the language writes them. Thread-safe.
final class AboutTexts {
  private final ULocale locale;

  /// Articles state Gregorian days, although some locales prefer another calendar.
  private final ULocale gregorian;

  private final Properties texts;

  private AboutTexts(ULocale locale, Properties texts) {
    this.locale = locale;
    this.gregorian = locale.setKeywordValue("calendar", "gregorian");
    this.texts = texts;
  }

  static AboutTexts read(String language) {
    var name = "texts-" + language + ".properties";
    try (var stream = AboutTexts.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("the texts " + name + " are missing");
      }
      var texts = new Properties();
      texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return new AboutTexts(locale(language), texts);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the texts " + name, e);
    }
  }

  /// British English writes the day before the month, as the rest of the program does.
  private static ULocale locale(String language) {
    return language.equals("en") ? ULocale.UK : new ULocale(language);
  }

  /// The text of `key` with `values` in its placeholders.
  ///
  /// @throws IllegalArgumentException if the text is missing, or has a placeholder without a value
  String format(String key, Map<String, ?> values) {
    var placeholders = placeholders(key);
    if (!values.keySet().containsAll(placeholders)) {
      throw new IllegalArgumentException(
          key + " needs " + placeholders + ", not " + values.keySet());
    }
    var text = new MessageFormat(pattern(key), locale).format(values);
    // An abbreviation at the end, as in Russian days, ends the sentence too.
    return text.endsWith("..") ? text.substring(0, text.length() - 1) : text;
  }

  String format(String key) {
    return format(key, Map.of());
  }

  private String pattern(String key) {
    var pattern = texts.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no text " + key + " in " + locale);
    }
    return pattern;
  }

  /// The keys of the texts, in alphabetical order.
  Set<String> keys() {
    return new TreeSet<>(texts.stringPropertyNames());
  }

  /// The names of the placeholders in a text, also of those within plurals.
  Set<String> placeholders(String key) {
    var pattern = new MessagePattern(pattern(key));
    return IntStream.range(0, pattern.countParts())
        .mapToObj(pattern::getPart)
        .filter(part -> part.getType() == MessagePattern.Part.Type.ARG_NAME)
        .map(pattern::getSubstring)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// `items` with commas and "and".
  String list(Collection<String> items) {
    return ListFormatter.getInstance(locale).format(items);
  }

  /// A day: `11 November 2011`.
  String day(LocalDate day) {
    return DateFormat.getDateInstance(DateFormat.LONG, gregorian).format(day);
  }

  /// The year of a day.
  String year(LocalDate day) {
    return DateFormat.getInstanceForSkeleton(DateFormat.YEAR, gregorian).format(day);
  }

  /// The names of languages, given their BCP 47 tags, in this language.
  List<String> languageNames(Collection<String> tags) {
    return tags.stream().map(tag -> new ULocale(tag).getDisplayLanguage(locale)).toList();
  }
}
