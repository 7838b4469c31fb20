package org.dossier.search.analysis;

import java.io.IOException;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.dossier.text.LetterFolding;

/// The encoding of words as they are written, for the correction of spelling: the folded word in
/// lower case, by which similar words are found, then a separator and the written form if that is
/// different. "Lavrov" is "lavrov", U+0001, "Lavrov".
public final class WordForms {
  public static final char SEPARATOR = '\u0001';

  /// Splits a text into encoded words without the "'s" of a genitive; words of fewer than three or
  /// more than 40 letters and words with digits are left out.
  public static final Analyzer ANALYZER =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          var tokenizer = new StandardTokenizer();
          return new TokenStreamComponents(tokenizer, new Encoder(tokenizer));
        }
      };

  private static final int MIN_LENGTH = 3;
  private static final int MAX_LENGTH = 40;

  private WordForms() {}

  /// The folded word in lower case.
  public static String key(String word) {
    return LetterFolding.fold(word).toLowerCase(Locale.ROOT);
  }

  /// The written form of an encoded word.
  public static String writtenOf(String encoded) {
    return encoded.substring(encoded.indexOf(SEPARATOR) + 1);
  }

  private static String encode(String word) {
    var key = key(word);
    return key.equals(word) ? word : key + SEPARATOR + word;
  }

  private static final class Encoder extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    Encoder(TokenStream tokens) {
      super(tokens);
    }

    @Override
    public boolean incrementToken() throws IOException {
      while (input.incrementToken()) {
        var word = withoutGenitive(term.toString());
        if (isIndexed(word)) {
          term.setEmpty().append(encode(word));
          return true;
        }
      }
      return false;
    }

    private static String withoutGenitive(String word) {
      return word.endsWith("'s") || word.endsWith("’s")
          ? word.substring(0, word.length() - 2)
          : word;
    }

    private static boolean isIndexed(String word) {
      return word.length() >= MIN_LENGTH
          && word.length() <= MAX_LENGTH
          && Character.isLetter(word.codePointAt(0))
          && word.chars().noneMatch(Character::isDigit);
    }
  }
}
