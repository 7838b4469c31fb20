package org.dossier.search.opensearch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dossier.database.Database;
import org.dossier.search.HarbourFixture;
import org.jspecify.annotations.Nullable;

/// A node of a real OpenSearch cluster. The tests of a JVM share one that is a cluster by itself.
/// The build copies its distribution and its plugin for vectors to `target/opensearch`.
public final class TestCluster implements AutoCloseable {
  private static final Path ARCHIVES = Path.of("target", "opensearch");

  /// Modules that nothing here uses, so that the server starts sooner.
  private static final Set<String> UNUSED =
      Set.of(
          "ingest-geoip", "ingest-user-agent", "opensearch-dashboards", "percolator", "rank-eval");

  private static final int USER_NOBODY = 65_534;
  private static final int START_MINUTES = 3;

  /// The last step of the start of a node that manages the cluster: the indexes on disk are known.
  private static final String RECOVERED = "indices into cluster_state";

  /// The last step of the start of another node.
  private static final String STARTED = "] started";

  private final Path home;
  private final int port;
  private final String lastStep;
  private @Nullable Process process;

  /// Starts a node.
  ///
  /// @param configuration its cluster, as YAML
  /// @param transportPort the port for other nodes
  /// @param lastStep the text in its log when it is ready
  private TestCluster(String configuration, int transportPort, String lastStep) {
    this.lastStep = lastStep;
    try {
      home = Files.createTempDirectory("opensearch");
      port = freePort();
      unzip(ARCHIVES.resolve("opensearch.zip"), home, 1);
      unzip(ARCHIVES.resolve("opensearch-knn.zip"), home.resolve("plugins/opensearch-knn"), 0);
      Files.createDirectories(home.resolve("logs"));
      Files.writeString(
          home.resolve("config/opensearch.yml"),
          """
          network.host: 127.0.0.1
          http.port: %d
          transport.port: %d
          cluster.routing.allocation.disk.threshold_enabled: false
          %s
          """
              .formatted(port, transportPort, configuration));
      handOver(home);
      Runtime.getRuntime().addShutdownHook(new Thread(this::close));
      start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Running {
    private static final TestCluster CLUSTER =
        new TestCluster("discovery.type: single-node", freePort(), RECOVERED);
  }

  /// The running server.
  public static TestCluster get() {
    return Running.CLUSTER;
  }

  /// Starts a cluster of two nodes, which may each hold a copy of an index. The first one manages
  /// the cluster; the second one may be lost. To be closed by the caller.
  static List<TestCluster> pair() {
    int transportPort = freePort();
    return List.of(
        new TestCluster(
            "cluster.name: pair\nnode.name: first\ncluster.initial_cluster_manager_nodes: first",
            transportPort,
            RECOVERED),
        new TestCluster(
            "cluster.name: pair\nnode.name: second\nnode.roles: [data]\ndiscovery.seed_hosts: 127.0.0.1:"
                + transportPort,
            freePort(),
            STARTED));
  }

  public OpenSearchSettings settings() {
    return new OpenSearchSettings(
        "http://127.0.0.1:" + port, null, null, "test", 2, 0, Duration.ofSeconds(30));
  }

  /// An empty archive in `folder` with an index in this server.
  public static HarbourFixture fixture(Path folder) {
    return fixture(folder, Database.open(folder.resolve("archive.db")));
  }

  /// An archive with an index in this server.
  public static HarbourFixture fixture(Path folder, Database database) {
    return new HarbourFixture(
        folder,
        database,
        (fixture, model) ->
            OpenSearchIndex.open(
                get().settings(),
                fixture.archive,
                fixture.embeddings,
                fixture.database.clusterLocks(),
                model));
  }

  /// Starts the server and returns when it answers.
  public synchronized void start() {
    var command = new ArrayList<String>();
    if (isRoot()) {
      // The server refuses to run as root.
      command.addAll(
          List.of("setpriv", "--reuid=" + USER_NOBODY, "--regid=" + USER_NOBODY, "--clear-groups"));
    }
    command.addAll(List.of("bash", "bin/opensearch"));
    var builder = new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
    builder.environment().put("OPENSEARCH_JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("OPENSEARCH_JAVA_OPTS", "-Xms512m -Xmx512m");
    builder.environment().put("HOME", home.toString());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    try {
      var started = builder.start();
      process = started;
      var ready = new CompletableFuture<Boolean>();
      Thread.ofPlatform().daemon().start(() -> read(started.inputReader(), lastStep, ready));
      if (!ready.get(START_MINUTES, TimeUnit.MINUTES)) {
        throw new IllegalStateException("the search engine ended; see " + home.resolve("logs"));
      }
      awaitIndexes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new IllegalStateException("the search engine did not start", e);
    }
  }

  /// The indexes of an earlier start are recovered.
  private void awaitIndexes() {
    try (var cluster = new SearchCluster(settings())) {
      cluster.require(
          "GET", "/_cluster/health", Map.of("wait_for_status", "yellow", "timeout", "25s"), null);
    }
  }

  private static void read(
      BufferedReader output, String lastStep, CompletableFuture<Boolean> ready) {
    var lines = new StringBuilder();
    output
        .lines()
        .forEach(line -> {
          lines.append(line).append('\n');
          if (line.contains(lastStep)) {
            ready.complete(true);
          }
        });
    if (ready.complete(false)) {
      System.err.println(lines);
    }
  }

  /// Kills the server, as a crash does.
  public synchronized void kill() throws InterruptedException {
    var running = process;
    if (running != null) {
      running.destroyForcibly().waitFor();
      process = null;
    }
  }

  /// Kills the server and deletes its files. A second call does nothing.
  @Override
  public void close() {
    try {
      kill();
      if (Files.exists(home)) {
        delete(home);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").toLowerCase(Locale.ROOT).equals("root");
  }

  /// @param depth the number of folders to leave out at the beginning of each path
  private static void unzip(Path archive, Path folder, int depth) throws IOException {
    try (var zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        var path = Path.of(entry.getName());
        if (entry.isDirectory() || path.getNameCount() <= depth) {
          continue;
        }
        var inside = path.subpath(depth, path.getNameCount());
        if (inside.startsWith("modules") && UNUSED.contains(inside.getName(1).toString())) {
          continue;
        }
        var file = folder.resolve(inside);
        Files.createDirectories(file.getParent());
        try (var content = zip.getInputStream(entry)) {
          Files.copy(content, file);
        }
        if (inside.startsWith("bin")) {
          Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
      }
    }
  }

  /// Gives the files to the user as whom the server runs.
  private static void handOver(Path folder) throws IOException {
    if (isRoot()) {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes)
                throws IOException {
              Files.setAttribute(visited, "unix:uid", USER_NOBODY);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.setAttribute(file, "unix:uid", USER_NOBODY);
              return FileVisitResult.CONTINUE;
            }
          });
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failed)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
