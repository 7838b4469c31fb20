/// Makes the jars of a build quick to start from: lays native code for this system beside them, in `lib/natives/`, so that
/// libraries need not unpack theirs at each start, and stores the networks uncompressed.
///
///     java Jars.java BUILD [thin]
///
/// With `thin`, also takes out of the jars what no start needs then: native code is most of them. Done again, it
/// changes nothing. Where the system is not one that it knows, there is no `lib/natives/`, and libraries unpack as ever.
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

final Pattern NATIVE = Pattern.compile(".*\\.(so|dll|dylib|jnilib|a|pdb)|.*\\.dSYM/.*");

/// The folder of this system, as the makers of libraries spell it: `linux-x64`, `Linux/x86_64`.
final Pattern HERE =
    switch (System.getProperty("os.name") + " " + System.getProperty("os.arch")) {
      case "Linux amd64" -> Pattern.compile("(?i).*/linux[-/](x64|x86[-_]64)/.*");
      case "Linux aarch64" -> Pattern.compile("(?i).*/linux[-/](aarch64|arm64)/.*");
      default -> Pattern.compile("nowhere");
    };

/// What the launcher tells the JVM to load from there.
final Set<String> TOLD =
    Set.of(
        "libonnxruntime.so",
        "libonnxruntime4j_jni.so",
        "libtokenizers.so",
        "libsqlitejdbc.so",
        "libbrotli.so");

void main(String... arguments) throws IOException {
  var build = Path.of(arguments[0]);
  var thin = List.of(arguments).contains("thin");
  var natives = build.resolve("lib/natives");
  if (!Files.exists(natives)) {
    layNatives(jars(build), natives);
  }
  for (var jar : jars(build)) {
    storeNetworks(jar);
    if (thin) {
      takeNativesOut(jar, natives);
    }
  }
}

List<Path> jars(Path build) throws IOException {
  try (var files = Files.walk(build)) {
    return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
  }
}

/// Appears as a whole or not at all.
void layNatives(List<Path> jars, Path natives) throws IOException {
  var unfinished = Files.createDirectories(Path.of(natives + ".unfinished"));
  for (var jar : jars) {
    try (var files = FileSystems.newFileSystem(jar)) {
      for (var file : entries(files, NATIVE)) {
        if (HERE.matcher(file.toString()).matches()) {
          Files.copy(file, unfinished.resolve(file.getFileName().toString()), REPLACE_EXISTING);
        }
      }
    }
  }
  try (var laid = Files.list(unfinished)) {
    if (laid.findAny().isEmpty()) {
      Files.delete(unfinished);
    } else {
      Files.move(unfinished, natives, ATOMIC_MOVE);
    }
  }
}

void storeNetworks(Path jar) throws IOException {
  try (var files = FileSystems.newFileSystem(jar, Map.of("compressionMethod", "STORED"))) {
    for (var file : entries(files, Pattern.compile(".*\\.onnx"))) {
      if ((long) Files.getAttribute(file, "zip:compressedSize") != Files.size(file)) {
        var time = Files.getLastModifiedTime(file);
        Files.write(file, Files.readAllBytes(file));
        Files.setLastModifiedTime(file, time);
      }
    }
  }
}

void takeNativesOut(Path jar, Path natives) throws IOException {
  try (var files = FileSystems.newFileSystem(jar)) {
    for (var file : entries(files, NATIVE)) {
      var name = file.getFileName().toString();
      var beside = TOLD.contains(name) && Files.exists(natives.resolve(name));
      if (beside || !HERE.matcher(file.toString()).matches()) {
        Files.delete(file);
      }
    }
  }
}

List<Path> entries(FileSystem jar, Pattern name) throws IOException {
  try (var walk = Files.walk(jar.getPath("/"))) {
    return walk.filter(Files::isRegularFile)
        .filter(file -> name.matcher(file.toString()).matches())
        .toList();
  }
}
