package org.dossier.verification.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dossier.text.Span;

/// An index of the words and names of some texts, for looking up the names of a statement.
public final class NameIndex {
  private static final int MAX_INITIALS = 8;

  /// Fewer initials of common words would match by coincidence.
  private static final int MIN_INITIALS_OF_WORDS = 3;

  private final Set<String> words = new HashSet<>();
  private final List<List<Word>> names = new ArrayList<>();
  private final Set<String> initials = new HashSet<>();
  private final Set<String> capitals = new HashSet<>();

  public NameIndex(List<AnalyzedText> texts) {
    texts.forEach(this::add);
  }

  private void add(AnalyzedText text) {
    for (var word : text.words()) {
      words.add(word.lower());
      if (word.capital() || text.isName(word)) {
        capitals.add(word.lower());
      }
    }
    for (var name : text.names()) {
      var parts = parts(text, name);
      names.add(parts);
      addInitials(parts);
    }
    addInitialsOfCapitals(text.words());
    addInitialsOfContentWords(text.words());
  }

  /// Adds the initials of three and more adjacent content words in lower case: "gross domestic
  /// product" gives GDP.
  private void addInitialsOfContentWords(List<Word> all) {
    for (int from = 0; from < all.size(); from++) {
      var letters = new StringBuilder();
      for (int to = from; to < Math.min(all.size(), from + MAX_INITIALS); to++) {
        var word = all.get(to);
        boolean follows = to == from || word.span().start() - all.get(to - 1).span().end() == 1;
        if (!follows || word.capital() || !word.isContentWord()) {
          break;
        }
        letters.append(word.lower().charAt(0));
        if (letters.length() >= MIN_INITIALS_OF_WORDS) {
          initials.add(letters.toString());
        }
      }
    }
  }

  /// Adds the initials of a name and of every run of its words. "Supreme National Security Council"
  /// gives SNSC.
  private void addInitials(List<Word> parts) {
    for (int from = 0; from < parts.size(); from++) {
      var all = new StringBuilder();
      var capitalInitials = new StringBuilder();
      for (int to = from; to < Math.min(parts.size(), from + MAX_INITIALS); to++) {
        var word = parts.get(to);
        all.append(word.lower().charAt(0));
        if (word.capital()) {
          capitalInitials.append(word.lower().charAt(0));
        }
        if (capitalInitials.length() > 1) {
          initials.add(all.toString());
          initials.add(capitalInitials.toString());
        }
      }
    }
  }

  /// Adds the initials of adjacent capitalized words, even if the name finder split them into
  /// several names.
  private void addInitialsOfCapitals(List<Word> all) {
    var run = new ArrayList<Word>();
    for (var word : all) {
      boolean follows = !run.isEmpty() && word.span().start() - run.getLast().span().end() == 1;
      if (!word.capital() || !follows) {
        addInitials(run);
        run.clear();
      }
      if (word.capital()) {
        run.add(word);
      }
    }
    addInitials(run);
  }

  public static List<Word> parts(AnalyzedText text, Span name) {
    return text.words().stream().filter(word -> name.overlaps(word.span())).toList();
  }

  /// The names, each as a list of words.
  public List<List<Word>> names() {
    return names;
  }

  public boolean contains(Word word) {
    return words.contains(word.lower())
        || isAbbreviation(word)
        || capitals.stream().anyMatch(other -> NameVariants.areSame(word.lower(), other))
        || (!word.capital() && words.contains(word.stem()));
  }

  /// True if this index contains an abbreviation of the adjacent `words`.
  public boolean containsInitialsOf(List<Word> words) {
    var all = new StringBuilder();
    var capitalInitials = new StringBuilder();
    for (var word : words) {
      all.append(word.lower().charAt(0));
      capitalInitials.append(word.capital() ? String.valueOf(word.lower().charAt(0)) : "");
    }
    return capitalInitials.length() > 1
        && (capitals.contains(all.toString()) || capitals.contains(capitalInitials.toString()));
  }

  /// "UN" for an indexed "United Nations".
  private boolean isAbbreviation(Word word) {
    return word.capital() && word.lower().length() > 1 && initials.contains(word.lower());
  }
}
