package org.dossier.search.analysis;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.dossier.text.Sha256;
import org.dossier.text.name.MentionWord;

/// Splits a text into the words by which mentions are counted: [MentionWord]. An abbreviation has
/// its capitals as a second term at the same position.
public final class MentionAnalyzer extends Analyzer {
  public static final MentionAnalyzer INSTANCE = new MentionAnalyzer();

  /// Lucene rejects a text with a term of more than 32,766 bytes.
  private static final int MAX_LENGTH = 255;

  private MentionAnalyzer() {}

  /// The term of a word: the word, or a hash of a word that is too long for a term.
  public static String term(String word) {
    return word.length() <= MAX_LENGTH ? word : "sha256 " + Sha256.hex(word);
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    return new TokenStreamComponents(new WordTokenizer());
  }

  /// No phrase extends from the title into the text.
  @Override
  public int getPositionIncrementGap(String field) {
    return 1;
  }

  private static final class WordTokenizer extends Tokenizer {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment =
        addAttribute(PositionIncrementAttribute.class);

    private Iterator<MentionWord> words = List.<MentionWord>of().iterator();
    private String capitals = "";

    @Override
    public void reset() throws IOException {
      super.reset();
      var text = new StringWriter();
      input.transferTo(text);
      words = MentionWord.of(text.toString()).iterator();
      capitals = "";
    }

    @Override
    public boolean incrementToken() {
      if (!capitals.isEmpty()) {
        emit(capitals, 0);
        capitals = "";
        return true;
      }
      if (!words.hasNext()) {
        return false;
      }
      var word = words.next();
      emit(term(word.key()), 1);
      capitals = word.capitals();
      return true;
    }

    private void emit(String text, int positions) {
      clearAttributes();
      term.append(text);
      increment.setPositionIncrement(positions);
    }
  }
}
