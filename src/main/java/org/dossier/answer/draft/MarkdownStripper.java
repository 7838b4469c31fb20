package org.dossier.answer.draft;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.dossier.text.InvisibleCharacters;
import org.dossier.text.WhiteSpace;

/// Converts a line of an LLM's output to plain text: the visible text of its Markdown, with links
/// without their addresses, no images, no HTML.
final class MarkdownStripper {
  private static final Parser INLINE = Parser.builder().enabledBlockTypes(Set.of()).build();
  private static final Pattern LEADING_MARKS =
      Pattern.compile("^(?:#{1,6}\\s+|[-*+•‣]\\s+|\\d{1,2}[.)]\\s+|>\\s*)++");
  private static final Pattern WORDLESS = Pattern.compile("[^\\p{L}\\p{Nd}]*");
  private static final Pattern NOT_PLAIN =
      Pattern.compile(
          "(?i)\\b(?:[a-z][a-z0-9+.-]{1,20}://|mailto:|javascript:|data:\\S|www\\.)|<\\s*/?[a-z!]|]\\(|!\\[|```|^\\|");

  private MarkdownStripper() {}

  /// The plain text; empty if nothing remains, or if the rest is not words: an address, a tag, a
  /// table.
  static Optional<String> strip(String line) {
    var inline = LEADING_MARKS.matcher(line.strip()).replaceFirst("");
    var visibleText = new VisibleText();
    INLINE.parse(inline).accept(visibleText);
    var words = WhiteSpace.normalize(InvisibleCharacters.remove(visibleText.words));
    return WORDLESS.matcher(words).matches() || NOT_PLAIN.matcher(words).find()
        ? Optional.empty()
        : Optional.of(words);
  }

  private static final class VisibleText extends AbstractVisitor {
    private final StringBuilder words = new StringBuilder();

    @Override
    public void visit(Text text) {
      words.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
      words.append(code.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak end) {
      words.append(' ');
    }

    @Override
    public void visit(HardLineBreak end) {
      words.append(' ');
    }

    @Override
    public void visit(Image image) {
      // An image has no words.
    }
  }
}
