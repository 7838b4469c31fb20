package org.dossier.misplaced.text;

import org.apache.lucene.index.Term;

public record SearchesItself(Term term) {}
