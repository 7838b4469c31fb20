package org.dossier.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/// The nightly backup job of Kubernetes.
class BackupJobTest {

  @Test
  void argumentsOfTheJobAreAValidCommandLine() throws IOException {
    var arguments = new ArrayList<String>();
    new ObjectMapper(new YAMLFactory())
        .readTree(new File("k8s/components/backup/cron-job.yaml"))
        .at("/spec/jobTemplate/spec/template/spec/containers/0/args")
        .forEach(argument -> arguments.add(argument.asText()));

    var commandLineParser =
        CommandLineParser.read(arguments.toArray(String[]::new), System.out, System.err);

    assertThat(commandLineParser)
        .isInstanceOfSatisfying(
            CommandLineParser.Parsed.class,
            parsed ->
                assertThat(parsed.command())
                    .isInstanceOfSatisfying(
                        BackupCommand.class,
                        backup -> {
                          assertThat(backup.server).isNotNull();
                          assertThat(backup.keep).isPositive();
                        }));
  }
}
