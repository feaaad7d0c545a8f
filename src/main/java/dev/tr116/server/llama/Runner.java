package dev.tr116.server.llama;

import dev.tr116.server.Generation;
import dev.tr116.server.GenerationRequest;
import dev.tr116.server.InferenceException;
import dev.tr116.server.LoadedModel;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;

/** A loaded model, seen from the server. */
final class Runner implements LoadedModel {
  private final RunnerProcess process;
  private final RunnerWire wire;
  private final ChatFormat chat;

  Runner(RunnerProcess process, RunnerWire wire, ChatFormat chat) {
    this.process = process;
    this.wire = wire;
    this.chat = chat;
  }

  @Override
  public Generation generate(GenerationRequest request) {
    var options = request.options();
    var prompt = chat.render(request.prompt());
    var seed = options.seed().orElseGet(() -> ThreadLocalRandom.current().nextInt());
    var length = AnswerLength.draw(prompt, seed, options.numPredict());
    var order =
        new RunnerFrame.Generate(
            prompt,
            length.tokens(),
            options.temperature(),
            options.topK(),
            options.topP(),
            options.repeatPenalty(),
            seed);
    try {
      wire.send(order);
    } catch (IOException e) {
      throw stopped(e);
    }
    return new RunnerGeneration(wire, length.reason());
  }

  @Override
  public boolean isAlive() {
    return !wire.isBroken() && process.isAlive();
  }

  @Override
  public void close() {
    process.end();
    wire.close();
  }

  /** What Ollama says in this case. */
  static InferenceException stopped(IOException cause) {
    return new InferenceException(
        "model runner has unexpectedly stopped, this may be due to resource limitations or an"
            + " internal error, check ollama server logs for details",
        cause);
  }
}
