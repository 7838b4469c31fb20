package org.dossier.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.dossier.LinearWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageLanguageTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Who is Angela Merkel?",
        "What is Der Spiegel?",
        "Qui Nhon floods",
        "e coli cases",
        "Die Zeit",
        "Le Monde",
        "El Niño",
        "La Liga results",
        "Los Angeles fires",
        "De Gaulle in Algeria",
        "Who wrote Les Misérables?",
        "Where is Rio de Janeiro?",
        "What did the president of the Banco de la Nación del Perú say?",
        "Who won the Tour de France and the Vuelta a España?",
        "who is erdoğan",
        "São Paulo floods",
        "Las Vegas shooting",
        "Baden-Württemberg election",
        "What does Zeitgeist mean?",
        "when was the treaty signed",
        "iran russia agreement",
        "vienna talks",
        "Vienna",
        "Merkel",
        "hi",
        "When?",
        "And where?",
        "Tell me about the Côte d'Ivoire",
        "Mann und Frau",
        "WHO director",
        "WHO IS LAVROV?",
        "Did the Bundestag pass the Gesetz?",
        "I am in Den Haag",
        "Come on",
        "on the other side",
        "Who leads En Marche?",
        "Nord Stream 2",
        "Lula da Silva",
        "Ursula von der Leyen",
        "Cristiano Ronaldo dos Santos Aveiro",
        "Osama bin Laden",
        "Vincent van Gogh museum",
        "Mar-a-Lago search",
        "coup d'état in Niger",
        "a la carte",
        "Do they use AI?",
        "2011",
        "",
        "?!",
      })
  void messageWithForeignNamesIsEnglish(String message) {
    assertThat(MessageLanguage.detect(message)).isEqualTo("en");
    assertThat(MessageLanguage.isEnglish(message)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Wer hat den Vertrag unterschrieben?            | de
          Wann wurde die Brücke eröffnet?                | de
          wann?                                          | de
          was ist in Wien passiert?                      | de
          Was sagte Lawrow über Syrien?                  | de
          Warum Sanktionen?                              | de
          Wie viele Menschen leben in Bergen?            | de
          Wer ist Angela Merkel?                         | de
          Erzähl mir etwas über die Verhandlungen        | de
          WER HAT DEN VERTRAG UNTERSCHRIEBEN?            | de
          Die Verhandlungen zwischen Iran und Russland   | de
          Qui a signé le traité ?                        | fr
          Quand le pont a-t-il été ouvert ?              | fr
          Pourquoi ?                                     | fr
          Qu'est-ce que l'AIEA ?                         | fr
          Qui est Vladimir Poutine ?                     | fr
          Où s’est tenue la réunion ?                    | fr
          Combien d'articles compte la constitution ?    | fr
          Que dit l'article sur la Russie ?              | fr
          ¿Quién firmó el tratado?                       | es
          quien es Lavrov                                | es
          ¿Cuándo se abrió el puente?                    | es
          ¿Qué pasó en Viena?                            | es
          ¿Por qué se impusieron las sanciones?          | es
          ¿Dónde se reunieron los ministros?             | es
          Chi ha firmato il trattato?                    | it
          Quando è stato aperto il ponte?                | it
          Perché sono state imposte le sanzioni?         | it
          Dove si sono incontrati i ministri?            | it
          Che cosa è successo a Vienna?                  | it
          Quem assinou o tratado?                        | pt
          Quando foi aberta a ponte?                     | pt
          O que aconteceu em Viena?                      | pt
          Por que foram impostas as sanções?             | pt
          Onde se reuniram os ministros?                 | pt
          Wie heeft het verdrag ondertekend?             | nl
          Wanneer werd de brug geopend?                  | nl
          Waarom zijn er sancties?                       | nl
          Wat is er in Wenen gebeurd?                    | nl
          Hoeveel mensen wonen er in Bergen?             | nl
          Anlaşmayı kim imzaladı?                        | tr
          Köprü ne zaman açıldı?                         | tr
          Viyana'da ne oldu?                             | tr
          Yaptırımlar neden uygulandı?                   | tr
          Bakanlar nerede buluştu?                       | tr
          Кто подписал договор?                          | ru
          Когда открыли мост?                            | ru
          Что такое NATO?                                | ru
          چه کسی قرارداد را امضا کرد؟                    | fa
          پل کی باز شد؟                                  | fa
          سلام                                           | ar
          ایران و روسیه                                  | fa
          در وین چه شد؟                                  | fa
          من وقع على الاتفاقية؟                          | ar
          متى تم افتتاح الجسر؟                           | ar
          ماذا حدث في فيينا؟                             | ar
          أين اجتمع الوزراء؟                             | ar
          ποιος υπέγραψε τη συνθήκη;                     | el
          谁签署了条约？                                  | und
          """)
  void otherLanguagesAreDetected(String message, String language) {
    assertThat(MessageLanguage.detect(message)).isEqualTo(language);
    assertThat(MessageLanguage.isEnglish(message)).isFalse();
  }

  @Test
  void detectionIsLinear() {
    LinearWork.verify(100_000, MessageLanguage::detect);
  }
}
