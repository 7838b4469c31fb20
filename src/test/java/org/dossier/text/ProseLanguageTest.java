package org.dossier.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProseLanguageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | Die Brücke ist seit Montag für Lastwagen gesperrt, sagte der Bürgermeister von Holten.",
        "fr | Le phare sera reconstruit d'ici deux ans, a annoncé la maire, et le chantier est financé par la région.",
        "es | El alcalde dijo que las obras del puente durarán dos años y que el tren no pasará por la ciudad.",
        "pt | O prefeito disse que as obras da ponte vão durar dois anos e que o trem não passará pela cidade.",
        "it | Il sindaco ha detto che i lavori sul ponte dureranno due anni e che il treno non passerà per la città.",
        "nl | De burgemeester zei dat het werk aan de brug twee jaar duurt en dat er geen treinen zijn.",
        "sv | Borgmästaren säger att arbetet med bron tar två år och att tågen inte går under tiden.",
        "da | Borgmesteren siger, at arbejdet med broen tager to år, og at der ikke er tog i den tid.",
        "no | Ordføreren sier at arbeidet med broen tar to år, og at det ikke går tog etter påske.",
        "fi | Kaupunginjohtaja sanoi, että työ kestää kaksi vuotta ja että silta on kiinni, mutta se ei ole vaarallinen.",
        "pl | Burmistrz powiedział, że prace na moście potrwają dwa lata i że w tym czasie nie będzie pociągów.",
        "cs | Starosta řekl, že práce na mostě potrvají dva roky a že se po něm v té době nebude jezdit.",
        "hu | A polgármester szerint a munka két évig tart, és az is biztos, hogy nem lesz vonat.",
        "ro | Primarul a spus că lucrările la pod vor dura doi ani și că nu vor fi trenuri în oraș.",
        "ca | L'alcalde ha dit que les obres del pont duraran dos anys i que no hi ha trens per a la ciutat.",
        "hr | Gradonačelnik je rekao da će radovi na mostu trajati dvije godine i da se za to vrijeme ne može putovati.",
        "tr | Belediye başkanı, köprünün çok eski olduğunu ve bu yol için daha sonra bir karar verileceğini söyledi.",
        "id | Wali kota mengatakan bahwa jembatan itu akan ditutup untuk dua tahun dan tidak ada kereta.",
        "vi | Thị trưởng nói rằng cây cầu này sẽ được sửa trong hai năm và không có tàu cho người dân.",
        "fa | شهردار گفت که پل برای دو سال بسته می‌شود.",
        "ru | Мэр сказал, что мост закрыт на два года."
      })
  void theLanguageOfATextIsDetectedAgainstTheTagOfItsSource(String language, String text) {
    assertThat(ProseLanguage.detect(text, "en-GB")).isEqualTo(language);
    assertThat(ProseLanguage.detect(text, language)).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource({"de", "fa", "ru", "sw"})
  void anEnglishTextIsEnglishInAnArticleInAnotherLanguage(String language) {
    assertThat(
            ProseLanguage.detect(
                "The mayor said that the bridge would be closed for two years.", language))
        .isEqualTo("en");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The mayor of Rio de Janeiro met Ursula von der Leyen and the editor of Die Zeit in Vienna.",
        "He called it “la ley de la selva”, and said that the government had no answer to it.",
        "The song is named Je ne regrette rien, and it was sung by Edith Piaf in a hall that held 900.",
        "Brücke gesperrt",
        "Das ist alles.",
        "DIE BRÜCKE IST SEIT MONTAG FÜR LASTWAGEN GESPERRT",
        "Reed Party, Hill Town, 2023: 1,455",
        "1234 – 5678",
        "Ola Berg, Marta Osei, Jens Wolff, Odile Ferrand, Piers Dall",
        "I am in a war, and so was the man on the hat: we die."
      })
  void namesQuotationsAndFewWordsAreNoOtherLanguage(String text) {
    assertThat(ProseLanguage.detect(text, null)).isEqualTo("en");
    assertThat(ProseLanguage.detect(text, "en")).isEqualTo("en");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bg | Кметът каза, че мостът е затворен за две години.",
        "ckb | شارەوان گوتی پردەکە دوو ساڵ دادەخرێت.",
        "zh | 市长说，这座桥将关闭两年。",
        "ga | Dúirt an méara go mbeidh an droichead dúnta ar feadh dhá bhliain.",
        "fr | Ola Berg, Marta Osei",
        "fr | 2026"
      })
  void theTagOfTheSourceCountsIfTheTextDoesNotDecide(String language, String text) {
    assertThat(ProseLanguage.detect(text, language)).isEqualTo(language);
  }

  @Test
  void aFewWordsThatAnotherLanguageHasTooDecideNothing() {
    var text = "Hill met Vik in May, Vik met Moss in June, Moss met Hill and Vik.";

    assertThat(ProseLanguage.detect(text, "en")).isEqualTo("en");
    assertThat(ProseLanguage.detect(text, null)).isEqualTo("en");
  }
}
