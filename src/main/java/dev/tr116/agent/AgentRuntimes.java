package dev.tr116.agent;

import dev.tr116.exec.Programs;
import dev.tr116.llm.LlmClient;
import dev.tr116.plan.BackendChoice;
import dev.tr116.plan.Settings;
import dev.tr116.plan.SettingsException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The runtimes of a session. Each is made when it is first asked for and stays for the session,
 * with its threads, connections or process, so that no run pays for its start.
 */
public final class AgentRuntimes implements AutoCloseable {
  private static final List<String> KNOWN =
      List.of("structured", "platform", "async", "event-loop");

  private final LlmClient client;
  private final Programs programs;
  private final Map<String, AgentRuntime> open = new HashMap<>();

  /**
   * Runtimes, none of which has been made.
   *
   * @param client makes the calls of those within this JVM; it is closed by its owner
   * @param programs those that make their own
   */
  public AgentRuntimes(LlmClient client, Programs programs) {
    this.client = client;
    this.programs = programs;
  }

  /** Runtimes within this JVM alone, and the shipped program. */
  public static AgentRuntimes of(LlmClient client) {
    return new AgentRuntimes(client, new Programs(Map.of()));
  }

  /**
   * Does nothing when every runtime of these settings can be run; for asking before anything is
   * started.
   *
   * @throws SettingsException when one cannot, saying what it needs
   */
  public static void require(Settings settings) {
    var programs = new Programs(settings.programs());
    var wrong = new ArrayList<String>();
    for (var name : settings.runtimes()) {
      if (name.startsWith(Programs.PREFIX)) {
        programs.missing(name).ifPresent(wrong::add);
        if (settings.backend() == BackendChoice.OPENAI) {
          wrong.add(
              "tr116.runtimes="
                  + name
                  + ": outside programs speak Ollama's protocol only; leave it out where"
                  + " tr116.backend=openai");
        }
      } else if (name.equals("structured")) {
        preview().ifPresent(wrong::add);
      } else if (!KNOWN.contains(name)) {
        wrong.add(unknown(name));
      }
    }
    if (!wrong.isEmpty()) {
      throw new SettingsException(wrong);
    }
  }

  /**
   * The runtime of that name.
   *
   * @throws SettingsException when it cannot be had
   */
  synchronized AgentRuntime named(String name) {
    return open.computeIfAbsent(name, this::make);
  }

  private AgentRuntime make(String name) {
    if (name.startsWith(Programs.PREFIX)) {
      return new ProgramRuntime(programs.open(name));
    }
    return switch (name) {
      case "structured" -> structured();
      case "platform" -> new PlatformRuntime(client);
      case "async" -> AsyncRuntime.inTheCommonPool(client);
      case "event-loop" -> new EventLoopRuntime(client);
      default -> throw new SettingsException(List.of(unknown(name)));
    };
  }

  /** Its class is loaded here and below and nowhere else, so the others need no preview. */
  private AgentRuntime structured() {
    preview()
        .ifPresent(
            missing -> {
              throw new SettingsException(List.of(missing));
            });
    return new StructuredRuntime(client);
  }

  /** What this JVM lacks for the structured runtime. */
  private static Optional<String> preview() {
    try {
      StructuredRuntime.load();
      return Optional.empty();
    } catch (UnsupportedClassVersionError withoutPreview) {
      return Optional.of(
          "the structured runtime uses structured concurrency, a preview of JDK 25: run the tests"
              + " on JDK 25 with the JVM option --enable-preview (surefire and failsafe:"
              + " <argLine>--enable-preview</argLine>), or set tr116.runtimes=platform, which needs"
              + " no preview; this is JDK "
              + Runtime.version()
              + ": "
              + withoutPreview.getMessage());
    }
  }

  private static String unknown(String name) {
    return "tr116.runtimes="
        + name
        + " is not known; write "
        + String.join(", ", KNOWN)
        + " or "
        + Programs.PREFIX
        + "<name of a program>";
  }

  /** Ends every thread and process of these runtimes. */
  @Override
  public synchronized void close() {
    open.values().forEach(AgentRuntime::close);
    open.clear();
  }
}
