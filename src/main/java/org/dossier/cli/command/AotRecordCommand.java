package org.dossier.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/// Goes once through everything a first user meets, so that the JVM can note what it needed (JEP
/// 483). The launcher runs it after a build; nobody else needs it.
@CommandLine.Command(
    name = "aot-record",
    hidden = true,
    description = "Go once through everything, so that later starts are quick.")
public final class AotRecordCommand implements Command {
  @Mixin CommonOptions common = new CommonOptions();

  @Override
  public Map<String, String> settings() {
    var settings = common.settings();
    settings.put("dossier.serving", "true");
    settings.computeIfAbsent("dossier.data", _ -> temporaryFolder());
    settings.put("quarkus.http.host", "127.0.0.1");
    settings.put("quarkus.http.port", "0");
    settings.put("quarkus.log.level", "WARN");
    return settings;
  }

  private static String temporaryFolder() {
    try {
      return Files.createTempDirectory("dossier").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
