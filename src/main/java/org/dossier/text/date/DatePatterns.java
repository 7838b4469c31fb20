package org.dossier.text.date;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// All forms of dates, indexed by their first word, so that most words of a text cost one look-up.
final class DatePatterns {
  /// The key of any number as a first word.
  static final String NUMBER = "0";

  static final int MAX_FIRST_WORD_LENGTH = 12;

  private final Map<String, List<DatePattern>> byFirstWord = new HashMap<>();

  private DatePatterns() {}

  /// Forms are tried in the order of the lists, so longer forms must precede shorter ones.
  @SafeVarargs
  static DatePatterns of(List<DatePattern>... kinds) {
    DatePatterns forms = new DatePatterns();
    for (List<DatePattern> kind : kinds) {
      for (DatePattern form : kind) {
        for (String word : form.firstWords()) {
          forms.byFirstWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(form);
        }
      }
    }
    return forms;
  }

  List<DatePattern> startingWith(String word) {
    return byFirstWord.getOrDefault(word, List.of());
  }
}
