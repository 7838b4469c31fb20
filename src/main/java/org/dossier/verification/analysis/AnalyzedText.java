package org.dossier.verification.analysis;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dossier.text.Span;
import org.dossier.text.name.NameFinder;

/// An analysed text, the input of the rules.
///
/// @param plain the text, as [TextNormalizer#of(String)] makes it
/// @param words in order
/// @param names the spans of its proper names
/// @param quantities its numbers
public record AnalyzedText(
    String plain, List<Word> words, List<Span> names, List<Quantity> quantities) {

  public static AnalyzedText of(String text) {
    var plain = TextNormalizer.of(text);
    var words = Word.tokenize(plain);
    return new AnalyzedText(plain, words, NameFinder.find(plain), Quantity.findAll(plain, words));
  }

  /// The stems of all words.
  public Set<String> stems() {
    return words.stream().map(Word::stem).collect(Collectors.toSet());
  }

  /// "Elephants live here": a plural of the dictionary that is capitalized because it comes first.
  public boolean isPluralAtStart(Word word) {
    return word.equals(words.getFirst())
        && word.lower().endsWith("s")
        && !word.stem().equals(word.lower())
        && WordRelations.isKnown(word.stem());
  }

  public boolean isName(Word word) {
    return Span.firstOverlapping(names, word.span()) != null;
  }
}
