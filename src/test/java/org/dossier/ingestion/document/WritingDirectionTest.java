package org.dossier.ingestion.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WritingDirectionTest {
  @Test
  void linesFromLeftToRightAreUnchanged() {
    assertThat(WritingDirection.logical(List.of("The", "quay", "(340", "metres)", "is", "long.")))
        .isEqualTo("The quay (340 metres) is long.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "شورای بندر درباره پل قدیمی گفت.",
        "هزینه آن ۱۲ میلیون (حدود ۳ درصد) بود.",
        "در سال 2024، ۲۵ قایق به آنجا آمدند.",
        "او گفت: «پل بسته است»",
        "قایق‌ها (۲۵) کم بودند در ۱۹۰۲."
      })
  void linesFromRightToLeftAreReadFromTheRight(String line) {
    assertThat(WritingDirection.logical(onPage(line))).isEqualTo(line);
  }

  @Test
  void namesInTheOtherDirectionKeepTheirOrder() {
    var words = List.of("است", "Harbour", "Review", "Ltd", "شرکت", "نام");
    var page = new ArrayList<String>();
    words.forEach(word -> page.add(word.charAt(0) > 0x600 ? reversed(word) : word));

    assertThat(WritingDirection.logical(page)).isEqualTo("نام شرکت Harbour Review Ltd است");
  }

  /// The words as a page has them, from left to right: mirrored, except numbers.
  private static List<String> onPage(String line) {
    var words = new ArrayList<String>();
    for (var word : Arrays.asList(line.split(" ", -1))) {
      var page = new StringBuilder();
      var number = new StringBuilder();
      var turned = reversed(word);
      for (int i = 0; i < turned.length(); i++) {
        char c = turned.charAt(i);
        if (Character.isDigit(c)) {
          number.insert(0, c);
        } else {
          page.append(number).append(mirrored(c));
          number.setLength(0);
        }
      }
      words.add(page.append(number).toString());
    }
    Collections.reverse(words);
    return words;
  }

  private static String reversed(String word) {
    return new StringBuilder(word).reverse().toString();
  }

  private static char mirrored(char c) {
    int at = "()«»".indexOf(c);
    return at < 0 ? c : ")(»«".charAt(at);
  }
}
