/// Takes native code for other systems out of the jars below a folder: it is two fifths of them. Copies what stays to
/// another folder, where it can be seen what it is linked with.
///
///     java Natives.java JARS COPIES
final Pattern NATIVE = Pattern.compile(".*\\.(so|dll|dylib|jnilib|a|pdb)|.*\\.dSYM/.*");

/// The folder of this system, as the makers of libraries spell it: `linux-x64`, `Linux/x86_64`.
final Pattern HERE =
    switch (System.getProperty("os.arch")) {
      case "amd64" -> Pattern.compile("(?i).*/linux[-/](x64|x86[-_]64)/.*");
      case "aarch64" -> Pattern.compile("(?i).*/linux[-/](aarch64|arm64)/.*");
      case String other -> throw new IllegalStateException("no image for " + other);
    };

void main(String... folders) throws IOException {
  var copies = Path.of(folders[1]);
  try (var files = Files.walk(Path.of(folders[0]))) {
    for (var jar : files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
      keepNativesOfThisSystem(jar, copies);
    }
  }
}

void keepNativesOfThisSystem(Path jar, Path copies) throws IOException {
  try (var files = FileSystems.newFileSystem(jar);
      var walk = Files.walk(files.getPath("/"))) {
    var natives =
        walk.filter(Files::isRegularFile)
            .filter(file -> NATIVE.matcher(file.toString()).matches())
            .toList();
    for (var file : natives) {
      if (!HERE.matcher(file.toString()).matches()) {
        Files.delete(file);
      } else {
        Files.copy(file, copies.resolve(jar.getFileName() + "-" + file.getFileName()));
      }
    }
  }
}
