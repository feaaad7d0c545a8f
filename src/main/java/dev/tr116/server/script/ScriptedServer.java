package dev.tr116.server.script;

import dev.tr116.plan.Model;
import dev.tr116.server.BrowserGuard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * Ollama's API on 127.0.0.1, answering prompts by script. Which script: the first condition that
 * holds, else the next in order, else the standing one. Requests for the version, the models and
 * for loading are answered as Ollama would.
 */
public final class ScriptedServer implements AutoCloseable {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int BACKLOG = 512;
  private static final long PAUSE_NANOS = 10_000_000;

  private final ServerSocket listener;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Catalogue catalogue;
  private final Set<ClientConnection> open = ConcurrentHashMap.newKeySet();
  private final History history = new History();

  private final Map<Predicate<ReceivedRequest>, Script> conditions = new LinkedHashMap<>();
  private final Queue<Script> inOrder = new ArrayDeque<>();
  private Script standing = Script.answer(Duration.ZERO, 3, Duration.ZERO);

  private ScriptedServer(int port, List<Model> models) throws IOException {
    catalogue = new Catalogue(models);
    listener = new ServerSocket();
    listener.setReuseAddress(true);
    listener.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), BACKLOG);
    threads.execute(this::accept);
  }

  /** Starts one on a free port that says it has these models. */
  public static ScriptedServer start(Model... models) {
    return start(0, models);
  }

  /**
   * Starts one on that port that says it has these models.
   *
   * @throws UncheckedIOException when the port is taken
   */
  public static ScriptedServer start(int port, Model... models) {
    try {
      return new ScriptedServer(port, List.of(models));
    } catch (IOException e) {
      throw new UncheckedIOException("port " + port + " cannot be used; take another one", e);
    }
  }

  /** Its address, e.g. {@code http://127.0.0.1:40123}. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  /** Answers prompts with this script unless another one is due. */
  public synchronized ScriptedServer always(Script script) {
    standing = script;
    return this;
  }

  /** Answers the next prompts with these scripts, one each. */
  public synchronized ScriptedServer inOrder(Script... scripts) {
    inOrder.addAll(Arrays.asList(scripts));
    return this;
  }

  /** Answers the prompts this condition holds for with this script. */
  public synchronized ScriptedServer when(Predicate<ReceivedRequest> condition, Script script) {
    conditions.put(condition, script);
    return this;
  }

  /** Says that it has this model, or says something else of one it has. */
  public ScriptedServer serves(ModelCard card) {
    catalogue.add(card);
    return this;
  }

  /**
   * Can get this model: it answers the pull with the script and says that it has it from then on.
   */
  public ScriptedServer offers(ModelCard card, Script pull) {
    catalogue.offer(card, pull);
    return this;
  }

  /** Tells this version; one without {@code scripted} in it passes for a real server's. */
  public ScriptedServer version(String version) {
    catalogue.version(version);
    return this;
  }

  /** Dates its answers about itself, with a clock that is so far ahead of this machine's. */
  public ScriptedServer clock(Duration ahead) {
    catalogue.clock(ahead);
    return this;
  }

  /** Remembers nothing of what it is asked and plays, for servers that are asked without end. */
  public ScriptedServer forgetful() {
    history.forget();
    return this;
  }

  /** Every request so far, in the order they were read; none when it is forgetful. */
  public List<ReceivedRequest> requests() {
    return history.requests();
  }

  /** The requests so far that carried a prompt. */
  public List<ReceivedRequest> prompts() {
    return requests().stream().filter(ScriptedServer::isPrompt).toList();
  }

  /**
   * The truth about every answer to a prompt so far, in the order they ended; it is known before
   * the last line is sent. None when the server is forgetful.
   */
  public List<Played> played() {
    return history.played();
  }

  /** Every connection so far, in the order they were accepted; none when it is forgetful. */
  public List<ClientConnection> connections() {
    return history.connections();
  }

  /** How many connections stand now; told by a forgetful one as well. */
  public int openConnections() {
    return open.size();
  }

  /** Closes the port and every connection, and ends what is being played. */
  @Override
  public void close() {
    try {
      listener.close();
      for (var connection : open) {
        connection.close(false);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      threads.shutdownNow();
      threads.close();
    }
  }

  /** What to do with a request; it is remembered. */
  Script scriptFor(ReceivedRequest request) {
    history.add(request);
    var refusal = BrowserGuard.refusal(request.headers());
    if (refusal.isPresent()) {
      return Script.status(403, refusal.get());
    }
    if (!isPrompt(request)) {
      return catalogue.answer(request);
    }
    catalogue.use(request);
    synchronized (this) {
      return conditions.entrySet().stream()
          .filter(entry -> entry.getKey().test(request))
          .map(Map.Entry::getValue)
          .findFirst()
          .orElseGet(() -> inOrder.isEmpty() ? standing : inOrder.remove());
    }
  }

  /** What was played is remembered when it answered a prompt. */
  void played(Played truth) {
    if (isPrompt(truth.request())) {
      history.add(truth);
    }
  }

  private static boolean isPrompt(ReceivedRequest request) {
    return WireForm.of(request).isPresent() && !request.prompt().isEmpty();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        serve(listener.accept());
      } catch (IOException e) {
        // Closed, or a client that has gone, or no descriptor is left until others are closed.
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private void serve(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    var connection = new ClientConnection(socket, this);
    open.add(connection);
    history.add(connection);
    try {
      threads.execute(
          () -> {
            try {
              connection.serve();
            } finally {
              open.remove(connection);
            }
          });
    } catch (RejectedExecutionException e) {
      // The server was closed while this one came in.
      connection.close(false);
    }
  }
}
