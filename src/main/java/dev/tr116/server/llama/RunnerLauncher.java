package dev.tr116.server.llama;

import dev.tr116.server.InferenceException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/**
 * Starts runner processes.
 *
 * @param folder where every runner gets a folder of its own, and the native library lies
 * @param classPath what a runner needs
 */
record RunnerLauncher(Path folder, List<Path> classPath) {
  private static final Duration LONGEST_START = Duration.ofSeconds(60);
  private static final int POLL_MILLIS = 50;
  private static final int SECRET_BYTES = 16;

  /**
   * Loads a model in a new process.
   *
   * @param context length of the context in tokens
   * @throws InferenceException when that process cannot start or cannot load the model
   */
  Runner launch(ModelFile model, int context, int threads) {
    var own = TemporaryFolder.createIn(folder, "runner-");
    try (var door = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      var architecture = model.model().architecture();
      var settings =
          new RunnerSettings(
              door.getLocalPort(),
              own.path(),
              model.path(),
              context,
              threads,
              architecture.silentTokens(),
              architecture.marksBeginning());
      var secret = secret();
      var process = start(settings, secret);
      var runner = new RunnerProcess(process, own);
      try {
        return new Runner(runner, connect(door, runner, secret), architecture.chat());
      } catch (IOException | RuntimeException e) {
        runner.end();
        throw e;
      }
    } catch (IOException e) {
      own.close();
      throw new InferenceException("cannot start a model runner: " + e.getMessage(), e);
    }
  }

  private Process start(RunnerSettings settings, String secret) throws IOException {
    var jvm =
        new ChildJvm(
            classPath,
            settings.folder(),
            List.of(
                "-Dde.kherud.llama.lib.path=" + folder,
                "-Dde.kherud.llama.tmpdir=" + settings.folder()));
    var builder =
        jvm.running(RunnerMain.class, settings.toArguments())
            .redirectErrorStream(true)
            .redirectOutput(RunnerProcess.log(settings.folder()).toFile());
    builder.environment().put(RunnerMain.SECRET, secret);
    return builder.start();
  }

  private static RunnerWire connect(ServerSocket door, RunnerProcess runner, String secret)
      throws IOException {
    var wire = admit(door, runner, secret);
    try {
      awaitLoaded(wire, runner);
      return wire;
    } catch (IOException | RuntimeException e) {
      wire.close();
      throw e;
    }
  }

  private static RunnerWire admit(ServerSocket door, RunnerProcess runner, String secret)
      throws IOException {
    door.setSoTimeout(POLL_MILLIS);
    var deadline = System.nanoTime() + LONGEST_START.toNanos();
    while (System.nanoTime() < deadline) {
      if (!runner.isAlive()) {
        throw unusable(runner.lastWords());
      }
      try {
        var wire = new RunnerWire(door.accept());
        if (wire.receive().equals(new RunnerFrame.Hello(secret))) {
          return wire;
        }
        wire.close();
      } catch (SocketTimeoutException e) {
        // Not there yet: look again whether it still lives.
      }
    }
    throw new InferenceException("timed out waiting for the model runner to start");
  }

  private static void awaitLoaded(RunnerWire wire, RunnerProcess runner) throws IOException {
    RunnerFrame answer;
    try {
      answer = wire.receive();
    } catch (IOException e) {
      runner.awaitEnd();
      throw unusable(runner.lastWords());
    }
    switch (answer) {
      case RunnerFrame.Loaded() -> {}
      case RunnerFrame.Unusable(var detail) -> throw unusable(detail + "; " + runner.lastWords());
      case RunnerFrame.Failed(var message) ->
          throw new InferenceException("unable to load the model: " + message);
      default -> throw new IOException("the model runner does not keep to the protocol");
    }
  }

  private static InferenceException unusable(String detail) {
    return new InferenceException(EngineException.unusableLibrary(detail).getMessage());
  }

  private static String secret() {
    var bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
