package dev.tr116.server.llama;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/**
 * The process around one loaded model. It lives as long as its server does: the binding cannot free
 * a model, so unloading means ending the process.
 */
final class RunnerMain {
  /** Environment variable with what {@link RunnerFrame.Hello} has to say. */
  static final String SECRET = "TR116_RUNNER_SECRET";

  private RunnerMain() {}

  public static void main(String[] arguments) throws IOException {
    var settings = RunnerSettings.parse(arguments);
    var end = new OrderlyEnd(settings.folder());
    ParentWatch.whenParentEnds(end);
    try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), settings.port());
        var wire = new RunnerWire(socket)) {
      wire.send(new RunnerFrame.Hello(System.getenv(SECRET)));
      serve(settings, wire);
    } catch (EOFException e) {
      // The server closed the connection: the usual end of a runner.
    } finally {
      end.run();
    }
  }

  private static void serve(RunnerSettings settings, RunnerWire wire) throws IOException {
    Inference inference;
    try {
      inference = Inference.load(settings);
    } catch (LinkageError e) {
      wire.send(new RunnerFrame.Unusable(e.toString()));
      return;
    } catch (RuntimeException e) {
      wire.send(new RunnerFrame.Failed(e.toString()));
      return;
    }
    wire.send(new RunnerFrame.Loaded());
    new RunnerLoop(wire, inference).run();
  }
}
