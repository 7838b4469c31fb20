package org.dossier.slack;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.dossier.database.Database;
import org.dossier.link.PublicUrl;
import org.dossier.slack.api.SlackConfig;
import org.dossier.slack.api.SlackMeters;
import org.dossier.slack.event.CommandParser;
import org.dossier.slack.event.EventParser;
import org.dossier.slack.event.InteractionParser;
import org.dossier.slack.event.Payload;
import org.dossier.slack.reply.QuestionPort;

/// A bot in this process, connected to a fake Slack.
public final class SlackBotFixture implements AutoCloseable {
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final SlackBot bot;
  private final SlackConfig config;
  private final Database database;

  /// @param settings in addition to those that the fake needs, by their names within
  ///   `dossier.slack`
  public SlackBotFixture(
      FakeSlack slack, QuestionPort questionPort, Database database, Map<String, String> settings) {
    var all = SlackSettings.of(slack);
    all.putAll(settings);
    config = SlackSettings.with(all);
    this.database = database;
    var publicUrl = new PublicUrl(() -> Optional.of(URI.create("https://dossier.example")));
    bot =
        new SlackBot(
            config, questionPort, database, new SlackMeters(meters), publicUrl, Clock.systemUTC());
    bot.start();
  }

  /// Delivers an event to the bot.
  public void deliver(String payload) {
    var envelope = Payload.json(payload);
    bot.eventHandler()
        .receive(new EventParser(config.followThreads()).read(envelope), EventParser.id(envelope))
        .join();
  }

  /// Sends a slash command to the bot.
  void command(String form) {
    bot.eventHandler()
        .receive(CommandParser.read(Payload.form(SlackBotFixture.bytes(form))), null)
        .join();
  }

  /// Sends a button press in a thread of a channel to the bot.
  void press(String action, String value) {
    press(Payloads.text("block-actions.json"), action, value);
  }

  /// Sends the press of a button of `message`, which the bot posted in a direct conversation.
  void pressInDirectMessage(FakeSlack.Posted message, String action, String value) {
    var payload =
        Payloads.text("block-actions.json")
            .replace("C0001", message.channel())
            .replace("1781000020.002000", message.ts())
            .replace("1781000001.000100", message.thread());
    press(payload, action, value);
  }

  private void press(String template, String action, String value) {
    var payload = template.replace("ACTION", action).replace("VALUE", value);
    bot.eventHandler().receive(InteractionParser.read(Payload.json(payload)), null).join();
  }

  public double count(String meter, String... tags) {
    var counter = meters.find(meter).tags(tags).counter();
    return counter == null ? 0 : counter.count();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  /// Simulates a killed process: work in progress stops, and the database is closed.
  public void kill() {
    database.close();
    bot.stop();
  }

  @Override
  public void close() {
    bot.stop();
    database.close();
  }
}
