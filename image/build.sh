# shellcheck shell=sh
# The container image, made without a container engine: `./dossier image` reads this file, whose functions use the
# launcher's own.
#
#   ./dossier image [--out FILE.tar] [--name NAME:TAG] [--base IMAGE]   writes the image, as `docker load` takes it
#   ./dossier image --root DIR [--base IMAGE]                           only lays out its files: the Dockerfile's way
#
# What the image holds: a Java runtime of the building JDK with no more modules than needed, the build, the AOT cache for
# exactly these two, the articles of corpus/, the SBOM, and the few system libraries that the runtime and the models are
# linked with, taken from this machine. With --base, those come from that image instead.
#
# The same build gives the same digest each time. Building anew changes its last layer alone: Quarkus orders what it
# generates by chance, and the AOT cache is a recording, made once for each build and kept in target/.

# What the program, its libraries and those who look into a running one need. Left out: desktop, compilers, tools.
java_modules=java.instrument,java.logging,java.management,java.naming,java.net.http,java.rmi,java.security.jgss\
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
      *) fail "there is no option $1; $image_usage" ;;
    esac
    shift 2
  done
  [ "$(uname -s)" = Linux ] || fail 'an image holds the Java runtime of the machine that builds it, which must be Linux;
elsewhere build it with the Dockerfile'
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

# -------------------------------------------------------------------------------------------------------- its files

# Lays out in folder $1 what will be the root of the image.
lay_out() {
  image_root=$1
  rm -rf "$image_root"
  mkdir -p "$image_root/data" "$image_root/tmp" "$image_root/opt"
  image_root=$(cd -P "$image_root" && pwd)
  image_home=$image_root/opt/dossier
  doing 'a Java runtime with what is needed' lay_out_runtime
  doing 'the program and its articles' lay_out_program
  doing 'the list of what is in it (SBOM)' lay_out_sbom
  if [ "$base" = scratch ]; then doing 'system libraries of this machine' lay_out_system; fi
  # One time for all: the digest depends on it, and the AOT cache on that of the files it was made of.
  chmod -R u=rwX,go=rX "$image_root"
  chmod 777 "$image_root/data" "$image_root/tmp"
  find "$image_root" -exec touch -h -d @1 {} +
  lay_out_cache
}

doing() {
  printf 'dossier: %s … ' "$1" >&2
  "$2" >"$home/target/image.log" 2>&1 &
  wait_for $!
  if [ "$status" -ne 0 ]; then
    printf 'failed\n' >&2
    tail -n 20 "$home/target/image.log" >&2
    fail "the image was not made; all of the output is in $home/target/image.log"
  fi
  printf 'done\n' >&2
}

lay_out_runtime() {
  mkdir -p "$image_home"
  "$jdk/bin/jlink" --add-modules "$java_modules" --no-header-files --no-man-pages --output "$image_home/jre"
}

lay_out_program() {
  cp -R "$(dirname "$application")" "$image_home/app"
  cp -R "$home/corpus" "$home/LICENSE" "$home/NOTICE" "$image_home/"
  # Libraries bring native code for every system: two fifths of the image if it stayed.
  (
    application=$image_home/app/quarkus-run.jar
    ready_jars thin
  )
}

lay_out_sbom() {
  (cd "$home" && JAVA_HOME=$jdk mvn -B -q -ntp -Dquick cyclonedx:makeBom)
  cp "$home/target/sbom.json" "$image_home/sbom.json"
}

# Each library at the path at which this machine's loader finds it: there the image's looks too, being the same.
lay_out_system() {
  find "$image_home/app/lib/natives" "$image_home/jre" '(' -name '*.so' -o -name java -type f ')' -exec ldd {} + |
    sed -n 's|^[[:blank:]]\(.*=> \)\{0,1\}\(/[^ ]*\) (0x.*|\2|p' | grep -v "^$image_root/" | sort -u >"$state/system"
  grep -q 'libc\.so' "$state/system" # no glibc, no image
  while read -r library; do
    mkdir -p "$image_root$(dirname "$library")"
    cp -L "$library" "$image_root$library"
    tell_package "$library"
  done <"$state/system"
  mkdir -p "$image_root/etc"
  echo 'hosts: files dns' >"$image_root/etc/nsswitch.conf"
  echo "dossier:x:65532:65532::/tmp:/sbin/nologin" >"$image_root/etc/passwd"
  echo 'dossier:x:65532:' >"$image_root/etc/group"
  cp -L /etc/os-release "$image_root/etc/os-release"
}

# Leaves word, where scanners look, of the package that library $1 comes from, and its terms.
tell_package() {
  command -v dpkg-query >/dev/null || return 0
  package=$(dpkg-query -S "$(readlink -f "$1")" 2>/dev/null || dpkg-query -S "$1" 2>/dev/null) || return 0
  package=${package%%:*}
  mkdir -p "$image_root/var/lib/dpkg/status.d" "$image_root/usr/share/doc/$package"
  dpkg-query -s "$package" >"$image_root/var/lib/dpkg/status.d/$package"
  cp -L "/usr/share/doc/$package/copyright" "$image_root/usr/share/doc/$package/"
}

# The JVM is told in java.options what the launcher tells it: the image's entry point is `java @…/java.options`.
lay_out_cache() (
  kept=$home/target/image/$(find "$image_home" -type f -exec cksum {} + | sort | cksum | tr ' ' -).aot
  jdk=$image_home/jre
  home=$image_home
  application=$image_home/app/quarkus-run.jar
  if [ ! -s "$kept" ]; then
    rm -f "$(dirname "$kept")"/*.aot
    cache=$kept
    train
    [ -s "$cache" ] || fail "the training run failed; all of its output is in $state/training.log"
  fi
  cache=$image_home/dossier.aot
  cp "$kept" "$cache"
  # Out of memory, a server does better to be started again than to limp along.
  DOSSIER_JAVA_OPTIONS=-XX:+ExitOnOutOfMemoryError
  become=write_down
  run >"$image_home/java.options"
  find "$image_root" -newer "$image_home/LICENSE" -exec touch -d @1 {} +
)

# Writes the options among the arguments as a file of options for `java`, as they will be in the image.
write_down() {
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
  mkdir -p "$(dirname "$1")" "$home/target/image/none" # jib insists on a folder of classes
  packed=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
  doing "the image $packed" run_jib
  say "the image $name has the digest $(cat "$home/target/jib-image.digest"); try it:
  docker load --input $packed && docker run --publish 8080:8080 --volume dossier:/data --read-only --tmpfs /tmp $name"
}

run_jib() {
  # Jib knows layers again by their files' times, which are always the same here.
  rm -rf "$home/target/jib-cache"
  (
    cd "$home"
    JAVA_HOME=$jdk mvn -B -q -ntp -f image/pom.xml jib:buildTar -Dimage.root="$home/target/image/root" \
      -Dimage.name="$name" -Dimage.version="$version" -Dimage.base="$base" -Dimage.tar="$packed" \
      -Dimage.revision="$(git rev-parse HEAD 2>/dev/null || echo unknown)"
  )
}
