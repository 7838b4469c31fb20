package org.dossier.slack;

import java.time.Clock;

/// Begins the delivery of replies. Safe for any number of threads.
final class Deliveries {
  private final Calls calls;
  private final Sightings sightings;
  private final ReplyBlocks encode;
  private final SlackConfig config;
  private final Clock clock;
  private final Stop stop;

  Deliveries(
      Errands errands,
      Calls calls,
      Bots bots,
      ReplyBlocks encode,
      SlackConfig config,
      Clock clock,
      Stop stop) {
    this.calls = calls;
    this.sightings = new Sightings(calls, bots, errands);
    this.encode = encode;
    this.config = config;
    this.clock = clock;
    this.stop = stop;
  }

  /// Shows the reply to one message.
  Delivery of(Errand errand, Errands.Notes notes) {
    return new Delivery(errand, notes, calls, sightings);
  }

  /// Shows its answer while it is made.
  Live live(Errand errand, Delivery delivery) {
    var pace = new Pace(errand.asked().team(), config, calls.limits(), clock);
    return new Live(delivery, encode, pace, stop, !errand.parts().isEmpty());
  }
}
