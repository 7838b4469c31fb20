package org.dossier.slack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dossier.answer.AnswerListener;
import org.dossier.answer.Citation;
import org.dossier.answer.Statement;
import org.jboss.logging.Logger;

/// Shows an answer in Slack: while it is made, where that takes its time, and whole in the end. For
/// one thread.
final class Live implements AnswerListener {
  private static final Logger LOG = Logger.getLogger(Live.class);

  private final Delivery delivery;
  private final ReplyBlocks encode;
  private final Pace pace;
  private final Stop stop;

  private final Map<Integer, Citation> citations = new HashMap<>();
  private final List<Block> told = new ArrayList<>();

  /// The page that is being shown, from 0, and how many of its blocks are.
  private int page;

  private int shown;
  private boolean intact = true;
  private boolean quiet;

  /// @param quiet whether nothing is shown before it is whole: what an earlier attempt showed is
  ///   not shown again piece by piece
  Live(Delivery delivery, ReplyBlocks encode, Pace pace, Stop stop, boolean quiet) {
    this.delivery = delivery;
    this.encode = encode;
    this.pace = pace;
    this.stop = stop;
    this.quiet = quiet;
  }

  /// @throws StoppedException if the bot stops
  @Override
  public void statement(Statement statement, List<Citation> added) {
    stop.check();
    added.forEach(citation -> citations.put(citation.number(), citation));
    told.addAll(encode.statement(statement, citations));
    showIfDue();
  }

  /// @throws StoppedException if the bot stops
  @Override
  public void waiting() {
    stop.check();
    showIfDue();
  }

  private void showIfDue() {
    if (!quiet && !told.isEmpty() && pace.isDue()) {
      show();
    }
  }

  /// What was told so far.
  List<Block> told() {
    return List.copyOf(told);
  }

  /// Shows the answer whole.
  ///
  /// @param pages what was told, and what follows it
  void finish(List<Page> pages) {
    for (; page < pages.size(); page++) {
      showWhole(pages.get(page));
    }
    delivery.endAt(pages.size());
  }

  private void showWhole(Page whole) {
    if (shown == 0) {
      delivery.post(page + 1, whole);
    } else {
      delivery.finish(page + 1, whole, rest(whole), intact);
    }
    shown = 0;
    intact = true;
  }

  private List<Block> rest(Page whole) {
    return whole.blocks().subList(shown, whole.blocks().size());
  }

  /// Whatever Slack refuses here is only shown later, when the answer is whole.
  private void show() {
    try {
      var pages = Page.of(told);
      for (; page < pages.size() - 1; page++) {
        showWhole(pages.get(page));
      }
      showSoFar(pages.getLast());
      pace.shown();
    } catch (LimitedException e) {
      LOG.debug(e.getMessage());
    } catch (RefusedException | UnsureException e) {
      LOG.infof("%s; the answer is shown once it is whole", e.getMessage());
      intact = false;
      quiet = true;
    }
  }

  private void showSoFar(Page soFar) {
    if (shown == 0) {
      begin(soFar);
    } else if (shown < soFar.blocks().size()) {
      delivery.add(page + 1, soFar, rest(soFar));
      shown = soFar.blocks().size();
    }
  }

  private void begin(Page soFar) {
    boolean begins;
    var manner = pace.manner();
    try {
      begins = delivery.begin(page + 1, manner, soFar);
    } catch (RefusedException e) {
      if (manner != Part.Manner.STREAM) {
        throw e;
      }
      LOG.infof("%s; the answer is shown by edits instead", e.getMessage());
      pace.streamRefused(e);
      begins = delivery.begin(page + 1, Part.Manner.POST, soFar);
    }
    if (begins) {
      shown = soFar.blocks().size();
    }
  }
}
