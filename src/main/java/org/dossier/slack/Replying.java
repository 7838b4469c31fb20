package org.dossier.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.dossier.answer.Abstained;
import org.dossier.answer.Answered;
import org.dossier.chat.InvalidMessageException;
import org.dossier.chat.Reply;
import org.dossier.observing.QuestionInstrumentation;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/// Replies to one message after another: asks, shows the answer, and notes each step, so that a
/// later attempt goes on where this one ends. Safe for any number of threads, one for each line.
final class Replying {
  private static final Logger LOG = Logger.getLogger(Replying.class);

  /// A message over which the process ended so often is answered with an apology.
  private static final int MOST_ATTEMPTS = 5;

  private static final Set<String> NO_MEMBER =
      Set.of("not_in_channel", "channel_not_found", "restricted_action", "is_archived");

  private final Errands errands;
  private final Answering answering;
  private final Deliveries deliveries;
  private final ReplyBlocks encode;
  private final Courtesy courtesy;
  private final SlackMeters meters;
  private final Stop stop;

  Replying(
      Errands errands,
      Answering answering,
      Deliveries deliveries,
      ReplyBlocks encode,
      Courtesy courtesy,
      SlackMeters meters,
      Stop stop) {
    this.errands = errands;
    this.answering = answering;
    this.deliveries = deliveries;
    this.encode = encode;
    this.courtesy = courtesy;
    this.meters = meters;
    this.stop = stop;
  }

  /// Replies to a message, if it has no reply yet.
  ///
  /// @param hasTime whether there is time for what is not needed; asked once the reply stands
  void reply(Workers.Task task, BooleanSupplier hasTime) {
    errands.clear();
    var errand = task.again() ? errands.takeUpAgain(task.id()) : errands.find(task.id());
    errand.ifPresent(found -> {
      MDC.put(QuestionInstrumentation.REQUEST, "slack-" + found.id());
      try {
        reply(found, hasTime);
      } finally {
        MDC.remove(QuestionInstrumentation.REQUEST);
      }
    });
  }

  private void reply(Errand errand, BooleanSupplier hasTime) {
    var notes = errands.notes(errand);
    var delivery = deliveries.of(errand, notes);
    try {
      head(errand, delivery);
      var shown = show(errand, delivery, notes);
      notes.replied();
      meters.reply(shown.made().outcome());
      if (hasTime.getAsBoolean()) {
        suggest(shown, delivery);
      }
    } catch (StoppedException e) {
      LOG.debugf("Message %d waits for the next start", errand.id());
    } catch (RefusedException | UnsureException e) {
      notes.failed();
      fail(errand, e);
    }
  }

  /// Commands and presses are seen by nobody else: what was asked stands above the reply.
  private static void head(Errand errand, Delivery delivery) {
    var asked = errand.asked();
    switch (asked.kind()) {
      case COMMAND, SUGGESTION ->
          delivery.head(Page.of(Block.asked(asked.sender(), asked.words())).getFirst());
      case MENTION, DIRECT, FOLLOW_UP -> {}
    }
  }

  /// What the reply is, before it is shown.
  ///
  /// @param turn the turn that was kept, if one was
  private record Made(List<Block> blocks, String outcome, Optional<Errand.TurnId> turn) {
    static Made of(List<Block> blocks, String outcome) {
      return new Made(blocks, outcome, Optional.empty());
    }
  }

  /// What the reply is, as it was shown.
  ///
  /// @param number of its last part
  private record Shown(Made made, int number, Page last) {}

  private Shown show(Errand errand, Delivery delivery, Errands.Notes notes) {
    var live = deliveries.live(errand, delivery);
    var made = made(errand, live, () -> asked(errand, delivery, notes, live));
    var pages = Page.of(made.blocks());
    live.finish(pages);
    return new Shown(made, pages.size(), pages.getLast());
  }

  private Made made(Errand errand, Live live, Supplier<Reply> asking) {
    var words = errand.asked().words();
    if (words.isEmpty()) {
      return Made.of(said(Phrases.HELP), "help");
    }
    if (errand.attempts() > MOST_ATTEMPTS) {
      return Made.of(said(Phrases.FAULT), "failed");
    }
    try {
      var reply = kept(errand).orElseGet(asking);
      return new Made(
          encode.whole(reply, words, errand.id()),
          outcome(reply),
          Optional.of(new Errand.TurnId(reply.conversation(), reply.turn())));
    } catch (InvalidMessageException e) {
      return Made.of(said(Phrases.refusal(e)), "refused");
    } catch (StoppedException | RefusedException | UnsureException e) {
      throw e;
    } catch (RuntimeException e) {
      return Made.of(fault(errand, live, e), "failed");
    }
  }

  private List<Block> fault(Errand errand, Live live, RuntimeException fault) {
    // Where everything is being closed, that is what went wrong.
    stop.check();
    LOG.errorf(fault, "Message %d from Slack cannot be answered", errand.id());
    var blocks = new ArrayList<>(live.told());
    blocks.addAll(said(blocks.isEmpty() ? Phrases.FAULT : Phrases.BROKEN_OFF));
    return blocks;
  }

  /// The reply that an earlier attempt got.
  private Optional<Reply> kept(Errand errand) {
    if (errand.answered() != null) {
      return answering.kept(errand.answered());
    }
    if (errand.attempts() == 0 || errand.goesOn() == null) {
      return Optional.empty();
    }
    return answering.last(errand.goesOn(), errand.asked().words(), errand.claimed());
  }

  private Reply asked(Errand errand, Delivery delivery, Errands.Notes notes, Live live) {
    delivery.sayAnew();
    courtesy.status(errand, delivery.thread());
    var reply = answering.ask(errand.goesOn(), errand.asked().words(), live);
    notes.answered(delivery.thread(), new Errand.TurnId(reply.conversation(), reply.turn()));
    return reply;
  }

  private void suggest(Shown shown, Delivery delivery) {
    var turn = shown.made().turn();
    var questions = turn.map(answering::suggestions).orElse(List.of());
    var pages = shown.last().with(encode.suggestions(questions));
    if (!questions.isEmpty() && pages.size() == 1) {
      delivery.revise(shown.number(), pages.getFirst());
    }
  }

  private void fail(Errand errand, RuntimeException fault) {
    LOG.errorf("Message %d from Slack gets no reply: %s", errand.id(), fault.getMessage());
    meters.reply("undelivered");
    var address = errand.asked().responseUrl();
    if (address != null
        && fault instanceof RefusedException refused
        && NO_MEMBER.contains(refused.error())) {
      courtesy.tell(address, Phrases.NOT_HERE);
    }
  }

  private static List<Block> said(String words) {
    return Block.paragraph(List.of(Run.plain(words)));
  }

  private static String outcome(Reply reply) {
    return switch (reply.answer()) {
      case Answered _ -> "answered";
      case Abstained _ -> "abstained";
    };
  }
}
