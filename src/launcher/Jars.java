/// Prepares the jars of a build for quick starts. It extracts native code for this system to `lib/natives/`, so that
/// libraries need not unpack it at each start, and stores the neural networks uncompressed.
///
///     java Jars.java BUILD [thin]
///
/// With `thin`, it also removes from the jars the native code that no start needs then, which is most of their size. It
/// is idempotent. On an unknown system it creates no `lib/natives/`, and libraries unpack their native code at each
/// start.
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

final Pattern NATIVE = Pattern.compile(".*\\.(so|dll|dylib|jnilib|a|pdb)|.*\\.dSYM/.*");

/// The folder of this system in the jars of libraries: `linux-x64`, `Linux/x86_64`.
final Pattern HERE =
    switch (System.getProperty("os.name") + " " + System.getProperty("os.arch")) {
      case "Linux amd64" -> Pattern.compile("(?i).*/linux[-/](x64|x86[-_]64)/.*");
      case "Linux aarch64" -> Pattern.compile("(?i).*/linux[-/](aarch64|arm64)/.*");
      default -> Pattern.compile("nowhere");
    };

/// The files that the launcher configures the JVM to load from `lib/natives/`.
final Set<String> LOADED =
    Set.of(
        "libonnxruntime.so",
        "libonnxruntime4j_jni.so",
        "libtokenizers.so",
        "libsqlitejdbc.so",
        "libbrotli.so",
        "libjlinenative.so");

void main(String... arguments) throws IOException {
  var build = Path.of(arguments[0]);
  var thin = List.of(arguments).contains("thin");
  var natives = build.resolve("lib/natives");
  if (!Files.exists(natives)) {
    extractNatives(jars(build), natives);
  }
  for (var jar : jars(build)) {
    storeNetworks(jar);
    if (thin) {
      removeNatives(jar, natives);
    }
  }
}

List<Path> jars(Path build) throws IOException {
  try (var files = Files.walk(build)) {
    return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
  }
}

/// Creates `natives` atomically.
void extractNatives(List<Path> jars, Path natives) throws IOException {
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
  try (var extracted = Files.list(unfinished)) {
    if (extracted.findAny().isEmpty()) {
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

void removeNatives(Path jar, Path natives) throws IOException {
  try (var files = FileSystems.newFileSystem(jar)) {
    for (var file : entries(files, NATIVE)) {
      var name = file.getFileName().toString();
      var extracted = LOADED.contains(name) && Files.exists(natives.resolve(name));
      if (extracted || !HERE.matcher(file.toString()).matches()) {
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
