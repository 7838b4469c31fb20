package org.dossier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.dossier.cli.SseParser.Event;
import org.junit.jupiter.api.Test;

class SseParserTest {
  @Test
  void eventsAreParsedWithTheirNames() {
    var events = new SseParser("event:statement\ndata:{1}\n\nevent: done\ndata: {2}\n\n".lines());

    assertThat(events.next()).contains(new Event("statement", "{1}"));
    assertThat(events.next()).contains(new Event("done", "{2}"));
    assertThat(events.next()).isEmpty();
  }

  @Test
  void dataLinesAreJoinedAndOtherFieldsIgnored() {
    var events = new SseParser(": hello\n\nid: 7\nevent: done\ndata: {\ndata: }".lines());

    assertThat(events.next()).contains(new Event("done", "{\n}"));
    assertThat(events.next()).isEmpty();
  }
}
