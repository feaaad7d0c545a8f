package dev.tr116.server.llama;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.ModelParameters;
import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** A model loaded into llama.cpp. The binding tells no times, so they are taken here. */
final class Inference {
  private final LlamaModel model;
  private final RunnerSettings settings;
  private final List<Integer> silentTokens;

  private Inference(LlamaModel model, RunnerSettings settings) {
    this.model = model;
    this.settings = settings;
    this.silentTokens = IntStream.range(0, settings.silentTokens()).boxed().toList();
  }

  /** Where the events of an answer go. */
  @FunctionalInterface
  interface Sink {
    void accept(RunnerFrame frame) throws IOException;
  }

  static Inference load(RunnerSettings settings) {
    var parameters =
        new ModelParameters()
            .setModel(settings.model().toString())
            .setCtxSize(settings.context())
            .setThreads(settings.threads())
            .setThreadsBatch(settings.threads())
            .setGpuLayers(0)
            .setParallel(1)
            .disableLog();
    return new Inference(new LlamaModel(parameters), settings);
  }

  void answer(RunnerFrame.Generate order, Sink sink, BooleanSupplier isCancelled)
      throws IOException {
    var start = System.nanoTime();
    var promptTokens = promptTokens(order.prompt());
    var iterator = model.generate(parameters(order)).iterator();
    // The binding yields every token by itself, also one without text, and an empty one at the end.
    for (var count = 0; count < order.tokens() && iterator.hasNext(); count++) {
      if (isCancelled.getAsBoolean()) {
        iterator.cancel();
        return;
      }
      var text = iterator.next().text;
      var nanos = System.nanoTime() - start;
      if (count == 0) {
        sink.accept(new RunnerFrame.PromptRead(promptTokens, nanos));
      }
      sink.accept(new RunnerFrame.Piece(text, nanos));
    }
    while (iterator.hasNext()) {
      iterator.next();
    }
  }

  private InferenceParameters parameters(RunnerFrame.Generate order) {
    return new InferenceParameters(order.prompt())
        .setNPredict(order.tokens())
        .setTemperature((float) order.temperature())
        .setTopK(order.topK())
        .setTopP((float) order.topP())
        .setMinP(0)
        .setRepeatPenalty((float) order.repeatPenalty())
        .setSeed(order.seed())
        .setIgnoreEos(true)
        .disableTokenIds(silentTokens)
        // A cached prompt is read in other batches, and rounding could change the answer.
        .setCachePrompt(false);
  }

  /** What llama.cpp reads of the prompt: it drops whole blocks from the front of a longer one. */
  private int promptTokens(String prompt) {
    var all = model.encode(prompt).length + (settings.marksBeginning() ? 1 : 0);
    if (all < settings.context()) {
      return all;
    }
    var block = settings.context() / 2;
    return all - (all - block) / block * block;
  }
}
