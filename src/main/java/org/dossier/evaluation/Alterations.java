package org.dossier.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.dossier.checking.Source;

/// Makes statements of sentences.
///
/// @param pool the archive's sentences and names, to take others from
/// @param random decides what is changed, and into what
record Alterations(SentencePool pool, Random random) {

  /// A statement of this kind, where the sentence has what that takes.
  Optional<MadeStatement> of(StatementKind kind, CitedSentence sentence) {
    return words(kind, sentence)
        .filter(words -> kind.truth() || !words.equals(sentence.text()))
        .map(words -> new MadeStatement(kind, words, sentence.text(), sources(kind, sentence)));
  }

  private static List<Source> sources(StatementKind kind, CitedSentence sentence) {
    return kind == StatementKind.TWO_JOINED
        ? List.of(sentence.source(), sentence.next())
        : List.of(sentence.source());
  }

  private Optional<String> words(StatementKind kind, CitedSentence sentence) {
    return switch (kind) {
      case NUMBER -> ChangedFacts.number(sentence, random);
      case DATE -> ChangedFacts.date(sentence, random);
      case NAME_OF_ARTICLE -> ChangedFacts.nameOfArticle(sentence, pool, random);
      case NAME_OF_ARCHIVE -> ChangedFacts.nameOfArchive(sentence, pool, random);
      case QUOTATION -> ChangedFacts.quotation(sentence, random);
      case NUMBERS_SWAPPED -> ChangedFacts.numbersSwapped(sentence);
      case NAMES_SWAPPED -> ChangedFacts.namesSwapped(sentence);
      case NEGATION -> TurnedRound.negation(sentence);
      case OPPOSITE -> TurnedRound.opposite(sentence, random);
      case JOINED -> Inventions.joined(sentence, pool, random);
      case NEAR -> Inventions.near(sentence, pool, random);
      case INVENTED -> Inventions.invented(sentence, random);
      case VERBATIM -> Optional.of(sentence.text());
      case DATE_WRITTEN -> Respelled.date(sentence, random);
      case NUMBER_WRITTEN -> Respelled.number(sentence);
      case NAME_SHORTENED -> Respelled.name(sentence);
      case REPORTED -> Paraphrases.reported(sentence, random);
      case ACCORDING -> Paraphrases.accordingTo(sentence);
      case SYNONYMS -> Paraphrases.synonyms(sentence);
      case DROPPED -> Paraphrases.clauseDropped(sentence);
      case REORDERED -> Paraphrases.reordered(sentence);
      case ACTIVE -> Paraphrases.active(sentence);
      case TWO_JOINED -> Paraphrases.twoJoined(sentence);
    };
  }
}
