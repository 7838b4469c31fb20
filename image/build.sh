# shellcheck shell=sh
# Builds the container image without a container engine. `./dossier image` sources this file; its functions use those of
# the launcher.
#
#   ./dossier image [--out FILE.tar] [--name NAME:TAG] [--base IMAGE]   writes the image in the format of `docker load`
#   ./dossier image --root DIR [--base IMAGE]                           lays out its files only, for the Dockerfile
#
# The image contains a Java runtime made from the building JDK with only the needed modules, the build, the AOT cache
# for exactly these two, the articles of corpus/, the SBOM, and the few system libraries that the runtime and the models
# are linked with. The system libraries come from this machine, or with --base from that image.
#
# The same build gives the same digest each time. A new build changes the last layer only: Quarkus orders generated code
# randomly, and the AOT cache is a recording, made once for each build and kept in target/.

# Modules needed by the program, its libraries and diagnostic tools. PDFBox needs the geometry and colours of desktop.
# Excluded: compilers, tools.
java_modules=java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http,java.rmi,java.security.jgss\
,java.security.sasl,java.sql,java.transaction.xa,java.xml,jdk.charsets,jdk.incubator.vector,jdk.jcmd,jdk.jfr\
,jdk.management,jdk.net,jdk.unsupported,jdk.zipfs

image_usage='./dossier image [--out FILE.tar] [--name NAME:TAG] [--base IMAGE]'

image() {
  root=
  out=
  base=scratch
  version=$(sed -n 's|^  <version>\(.*\)</version>$|\1|p' "$home/pom.xml")
  name=dossier:$version
  while [ $# -gt 0 ]; do
    [ $# -gt 1 ] || fail "$1: a value is missing; $image_usage"
    case $1 in
      --out) out=$2 ;;
      --name) name=$2 ;;
      --base) base=$2 ;;
      --root) root=$2 ;;
      *) fail "unknown option $1; $image_usage" ;;
    esac
    shift 2
  done
  [ "$(uname -s)" = Linux ] || fail 'the image contains the Java runtime of the building machine, which must be Linux;
on other systems, build it with the Dockerfile'
  need_maven
  lock
  if out_of_date; then build; fi
  mkdir -p "$home/target/image"
  if [ -n "$root" ]; then
    lay_out "$root"
  else
    lay_out "$home/target/image/root"
    pack "${out:-$home/target/image/dossier.tar}"
  fi
  unlock
}

# --------------------------------------------------------------------------------------------------------------- files

# Lays out the root of the image in folder $1.
lay_out() {
  image_root=$1
  rm -rf "$image_root"
  mkdir -p "$image_root/data" "$image_root/tmp" "$image_root/opt"
  image_root=$(cd -P "$image_root" && pwd)
  image_home=$image_root/opt/dossier
  run_step 'creating a Java runtime' lay_out_runtime
  run_step 'copying the program and its articles' lay_out_program
  run_step 'creating the software bill of materials (SBOM)' lay_out_sbom
  if [ "$base" = scratch ]; then run_step 'copying system libraries of this machine' lay_out_system; fi
  # All files get the same time: the digest depends on it, and the AOT cache depends on the times of its source files.
  chmod -R u=rwX,go=rX "$image_root"
  chmod 777 "$image_root/data" "$image_root/tmp"
  find "$image_root" -exec touch -h -d @1 {} +
  lay_out_cache
}

# Runs function $2 in the background and reports step $1 and how it ended.
run_step() {
  printf 'dossier: %s … ' "$1" >&2
  "$2" >"$home/target/image.log" 2>&1 &
  wait_for $!
  if [ "$status" -ne 0 ]; then
    printf 'failed\n' >&2
    tail -n 20 "$home/target/image.log" >&2
    fail "the image was not built; the full output is in $home/target/image.log"
  fi
  printf 'done\n' >&2
}

lay_out_runtime() {
  mkdir -p "$image_home"
  "$jdk/bin/jlink" --add-modules "$java_modules" --no-header-files --no-man-pages --output "$image_home/jre"
  # Windows, sound and printing, which would need further system libraries.
  for library in awt_xawt jawt splashscreen jsound; do rm -f "$image_home/jre/lib/lib$library.so"; done
}

lay_out_program() {
  cp -R "$(dirname "$application")" "$image_home/app"
  cp -R "$home/corpus" "$home/LICENSE" "$home/NOTICE" "$image_home/"
  # Libraries contain native code for every system, which would be two fifths of the image.
  (
    application=$image_home/app/quarkus-run.jar
    ready_jars thin
  )
}

lay_out_sbom() {
  (cd "$home" && JAVA_HOME=$jdk mvn -B -q -ntp -Dquick cyclonedx:makeBom)
  cp "$home/target/sbom.json" "$image_home/sbom.json"
}

# Copies each library to the path at which this machine's loader finds it. The image has the same loader, which uses the
# same paths.
lay_out_system() {
  find "$image_home/app/lib/natives" "$image_home/jre" '(' -name '*.so' -o -name java -type f ')' -exec ldd {} + |
    sed -n 's|^[[:blank:]]\(.*=> \)\{0,1\}\(/[^ ]*\) (0x.*|\2|p' | grep -v "^$image_root/" | sort -u >"$state/system"
  grep -q 'libc\.so' "$state/system" # no glibc, no image
  while read -r library; do
    mkdir -p "$image_root$(dirname "$library")"
    cp -L "$library" "$image_root$library"
    record_package "$library"
  done <"$state/system"
  mkdir -p "$image_root/etc"
  echo 'hosts: files dns' >"$image_root/etc/nsswitch.conf"
  echo "dossier:x:65532:65532::/tmp:/sbin/nologin" >"$image_root/etc/passwd"
  echo 'dossier:x:65532:' >"$image_root/etc/group"
  cp -L /etc/os-release "$image_root/etc/os-release"
}

# Records the package of library $1 and its licence where scanners look.
record_package() {
  command -v dpkg-query >/dev/null || return 0
  package=$(dpkg-query -S "$(readlink -f "$1")" 2>/dev/null || dpkg-query -S "$1" 2>/dev/null) || return 0
  package=${package%%:*}
  mkdir -p "$image_root/var/lib/dpkg/status.d" "$image_root/usr/share/doc/$package"
  dpkg-query -s "$package" >"$image_root/var/lib/dpkg/status.d/$package"
  cp -L "/usr/share/doc/$package/copyright" "$image_root/usr/share/doc/$package/"
}

# Writes java.options with the JVM options that the launcher uses. The image's entry point is `java @…/java.options`.
lay_out_cache() (
  kept=$home/target/image/$(find "$image_home" -type f -exec cksum {} + | sort | cksum | tr ' ' -).aot
  jdk=$image_home/jre
  home=$image_home
  application=$image_home/app/quarkus-run.jar
  if [ ! -s "$kept" ]; then
    rm -f "$(dirname "$kept")"/*.aot
    cache=$kept
    record_aot_cache
    [ -s "$cache" ] || fail "the AOT recording failed; its full output is in $state/aot-record.log"
  fi
  cache=$image_home/dossier.aot
  cp "$kept" "$cache"
  # A server that is out of memory should be restarted rather than continue in a degraded state.
  DOSSIER_JAVA_OPTIONS=-XX:+ExitOnOutOfMemoryError
  become=write_options
  run >"$image_home/java.options"
  find "$image_root" -newer "$image_home/LICENSE" -exec touch -d @1 {} +
)

# Writes the options among the arguments in the format of an options file for `java`, with the paths of the image.
write_options() {
  shift # the JVM
  for option; do
    case $option in
      *"$image_root"*) option=${option%%"$image_root"*}${option#*"$image_root"} ;;
    esac
    printf '"%s"\n' "$option"
  done
}

# ------------------------------------------------------------------------------------------------------------- packing

# Packs the files into the image $1.
pack() {
  mkdir -p "$(dirname "$1")" "$home/target/image/none" # jib requires a folder of classes
  packed=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
  run_step "packing $packed" run_jib
  say "the image $name has the digest $(cat "$home/target/jib-image.digest"). To run it:
  docker load --input $packed && docker run --publish 8080:8080 --volume dossier:/data --read-only --tmpfs /tmp $name"
}

run_jib() {
  # Jib's cache identifies layers by the times of their files, which are always the same here.
  rm -rf "$home/target/jib-cache"
  (
    cd "$home"
    JAVA_HOME=$jdk mvn -B -q -ntp -f image/pom.xml jib:buildTar -Dimage.root="$home/target/image/root" \
      -Dimage.name="$name" -Dimage.version="$version" -Dimage.base="$base" -Dimage.tar="$packed" \
      -Dimage.revision="$(git rev-parse HEAD 2>/dev/null || echo unknown)"
  )
}
