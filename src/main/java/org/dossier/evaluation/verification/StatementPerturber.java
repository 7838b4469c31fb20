package org.dossier.evaluation.verification;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.dossier.verification.Source;

/// A generator of statements from sentences.
///
/// @param pool the archive's sentences and names, for replacements
/// @param random decides what is changed, and into what
record StatementPerturber(SentencePool pool, Random random) {

  /// A statement of this kind; empty if the sentence does not permit one.
  Optional<SyntheticStatement> perturb(StatementKind kind, CitedSentence sentence) {
    return words(kind, sentence)
        .filter(words -> kind.truth() || !words.equals(sentence.text()))
        .map(
            words -> new SyntheticStatement(kind, words, sentence.text(), sources(kind, sentence)));
  }

  private static List<Source> sources(StatementKind kind, CitedSentence sentence) {
    return kind == StatementKind.TWO_JOINED
        ? List.of(sentence.source(), sentence.next())
        : List.of(sentence.source());
  }

  private Optional<String> words(StatementKind kind, CitedSentence sentence) {
    return switch (kind) {
      case NUMBER -> FactPerturbations.number(sentence, random);
      case DATE -> FactPerturbations.date(sentence, random);
      case NAME_OF_ARTICLE -> FactPerturbations.nameOfArticle(sentence, pool, random);
      case NAME_OF_ARCHIVE -> FactPerturbations.nameOfArchive(sentence, pool, random);
      case QUOTATION -> FactPerturbations.quotation(sentence, random);
      case NUMBERS_SWAPPED -> FactPerturbations.swapNumbers(sentence);
      case NAMES_SWAPPED -> FactPerturbations.swapNames(sentence);
      case NEGATION -> NegationPerturbations.negation(sentence);
      case OPPOSITE -> NegationPerturbations.opposite(sentence, random);
      case JOINED -> FabricatedStatements.join(sentence, pool, random);
      case NEAR -> FabricatedStatements.similar(sentence, pool, random);
      case INVENTED -> FabricatedStatements.invent(sentence, random);
      case VERBATIM -> Optional.of(sentence.text());
      case DATE_WRITTEN -> NotationVariants.date(sentence, random);
      case NUMBER_WRITTEN -> NotationVariants.number(sentence);
      case NAME_SHORTENED -> NotationVariants.name(sentence);
      case REPORTED -> Paraphrases.report(sentence, random);
      case ACCORDING -> Paraphrases.accordingTo(sentence);
      case SYNONYMS -> Paraphrases.synonyms(sentence);
      case DROPPED -> Paraphrases.dropClause(sentence);
      case REORDERED -> Paraphrases.reorder(sentence);
      case ACTIVE -> Paraphrases.active(sentence);
      case TWO_JOINED -> Paraphrases.joinTwo(sentence);
    };
  }
}
