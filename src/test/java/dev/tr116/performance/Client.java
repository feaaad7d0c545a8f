package dev.tr116.performance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Who reads the streams. */
enum Client {
  FLOOR("C floor"),
  PRODUCT("this framework"),
  PRODUCT_JDK("this framework, `transport=jdk`"),
  SELECTOR("Java selector that only stamps"),
  BARE("`HttpClient` that only stamps"),
  LINES("`HttpClient`, `ofLines`, tree"),
  INPUT_STREAM("`HttpClient`, `ofInputStream`, streaming"),
  NODE("node `http`"),
  PYTHON("python `asyncio`");

  /** Those with which the project starts a JVM that measures; clients made by hand have none. */
  private static final List<String> SHIPPED_FLAGS =
      List.of(
          "--enable-preview",
          "--enable-native-access=ALL-UNNAMED",
          "-XX:TieredStopAtLevel=1",
          "-XX:CompileThresholdScaling=0.1",
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders",
          "-Xms320m",
          "-Xmn240m",
          "-XX:SurvivorRatio=10");

  /** What this project is compiled with needs it. */
  private static final List<String> PREVIEW = List.of("--enable-preview");

  private static final int WARM_ROUNDS = 3;
  private static final long PATIENCE_S = 300;

  private final String title;

  Client(String title) {
    this.title = title;
  }

  /** As it stands in tables. */
  String title() {
    return title;
  }

  /** Whether this machine has what it runs on. */
  boolean isHere() {
    return switch (this) {
      case NODE -> Machine.has("node");
      case PYTHON -> Machine.has("python3");
      default -> true;
    };
  }

  /** Lets a process of its own read the load; the figures it printed. */
  StreamFigures read(CPrograms programs, TokenServer server, Load load)
      throws IOException, InterruptedException {
    var command = command(programs, server, load);
    var process =
        new ProcessBuilder(load.pinned() ? Machine.on(1, command) : command)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var says = process.inputReader(StandardCharsets.UTF_8)) {
      var line = Optional.ofNullable(says.readLine());
      if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(this + " broke off: " + command);
      }
      return StreamFigures.read(line.orElseThrow());
    } finally {
      process.destroyForcibly();
    }
  }

  private List<String> command(CPrograms programs, TokenServer server, Load load) {
    var url = server.endpoint().toString();
    return switch (this) {
      case FLOOR ->
          words(
              Stream.of(programs.floor(), "-p", server.port(), "-c", load.streams())
                  .map(String::valueOf),
              Stream.of("-n", load.tokens(), "-g", load.gapMicros(), "-w", WARM_ROUNDS)
                  .map(String::valueOf));
      case PRODUCT ->
          words(rounds(SHIPPED_FLAGS), Stream.concat(Stream.of("product"), arguments(url, load)));
      case PRODUCT_JDK ->
          words(
              rounds(SHIPPED_FLAGS), Stream.concat(Stream.of("product-jdk"), arguments(url, load)));
      case BARE ->
          words(rounds(SHIPPED_FLAGS), Stream.concat(Stream.of("bare"), arguments(url, load)));
      case SELECTOR ->
          words(rounds(SHIPPED_FLAGS), Stream.concat(Stream.of("selector"), arguments(url, load)));
      case LINES -> words(rounds(PREVIEW), Stream.concat(Stream.of("lines"), arguments(url, load)));
      case INPUT_STREAM ->
          words(rounds(PREVIEW), Stream.concat(Stream.of("input-stream"), arguments(url, load)));
      case NODE ->
          words(Stream.of("node", "src/performance/clients/tokens.mjs"), arguments(url, load));
      case PYTHON ->
          words(Stream.of("python3", "src/performance/clients/tokens.py"), arguments(url, load));
    };
  }

  private static Stream<String> arguments(String url, Load load) {
    return Stream.of(url, load.streams(), load.tokens(), load.gapMicros(), WARM_ROUNDS)
        .map(String::valueOf);
  }

  /** A JVM with the flags that the project ships for measuring and its class path. */
  static Stream<String> shippedJava() {
    return java(SHIPPED_FLAGS);
  }

  private static Stream<String> java(List<String> flags) {
    return Stream.of(
            Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
            flags.stream(),
            Stream.of("-cp", System.getProperty("java.class.path")))
        .flatMap(part -> part);
  }

  private static Stream<String> rounds(List<String> flags) {
    return Stream.concat(java(flags), Stream.of(StreamRound.class.getName()));
  }

  private static List<String> words(Stream<String> program, Stream<String> arguments) {
    return Stream.concat(program, arguments).toList();
  }
}
