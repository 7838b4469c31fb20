package org.dossier.benchmark;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A worker in a process of its own, with the same heap for each contestant.
final class WorkerProcess implements Worker {
  private static final List<String> OPTIONS =
      List.of(
          "-Xms64m",
          "-Xmx2g",
          "--enable-native-access=ALL-UNNAMED",
          "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
          // Otherwise the tokenizer of the embedding model prints warnings.
          "-DOPT_OUT_TRACKING=true",
          "-Dai.djl.offline=true");

  private final Path errors;
  private final Process process;
  private final BufferedReader answers;
  private final BufferedWriter commands;

  /// @param folder the contestant's folder
  /// @param options JVM options, in addition to those that all workers have
  /// @param material the arguments of [Material#load]; empty for no material
  WorkerProcess(Contestants who, Path folder, List<String> options, List<String> material) {
    try {
      Files.createDirectories(folder);
      errors = folder.resolveSibling(folder.getFileName() + ".err");
      process = start(who, folder, options, material);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    answers = process.inputReader(StandardCharsets.UTF_8);
    commands = process.outputWriter(StandardCharsets.UTF_8);
  }

  private Process start(Contestants who, Path folder, List<String> options, List<String> material)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(WorkerProcess.class.getName(), who.name(), folder.toString()));
    command.addAll(material);
    return new ProcessBuilder(command).redirectError(Redirect.appendTo(errors.toFile())).start();
  }

  @Override
  public double[] run(String command) {
    try {
      commands.write(command + "\n");
      commands.flush();
      var answer = answers.readLine();
      if (answer == null) {
        throw new IllegalStateException(
            "the process ended at “%s”:\n%s".formatted(command, Files.readString(errors)));
      }
      return answer.isEmpty()
          ? new double[0]
          : Arrays.stream(answer.split(" ")).mapToDouble(Double::parseDouble).toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      commands.close();
      int exit = process.waitFor();
      if (exit != 0) {
        throw new IllegalStateException("exit code " + exit + ":\n" + Files.readString(errors));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
    }
  }

  /// The child process: runs the commands from its input, and ends with it.
  public static void main(String[] arguments) throws IOException {
    var answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    // Output of the libraries is not an answer.
    System.setOut(System.err);
    var folder = Path.of(arguments[1]);
    var material = material(Arrays.asList(arguments).subList(2, arguments.length));
    var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (var contestant = Contestants.valueOf(arguments[0]).open(folder);
        var worker = new LocalWorker(contestant, material)) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var numbers = Arrays.stream(worker.run(line)).mapToObj(Double::toString);
        answers.println(numbers.collect(Collectors.joining(" ")));
      }
    }
    // Threads of the libraries would keep the process alive.
    System.exit(0);
  }

  private static Material material(List<String> arguments) throws IOException {
    return arguments.isEmpty()
        ? Material.NONE
        : Material.load(Path.of(arguments.get(0)), Path.of(arguments.get(1)));
  }
}
