package dev.tr116.server.llama;

import java.nio.file.Path;
import java.util.List;

/**
 * What a runner is started with.
 *
 * @param port where the server waits for it on the loop-back interface
 * @param folder its own folder for temporary files, deleted at its end
 * @param model the GGUF file
 * @param context length of the context in tokens
 * @param threads threads of the inference
 * @param silentTokens how many tokens from the first are never generated
 * @param marksBeginning whether llama.cpp puts a token before every prompt
 */
record RunnerSettings(
    int port,
    Path folder,
    Path model,
    int context,
    int threads,
    int silentTokens,
    boolean marksBeginning) {

  List<String> toArguments() {
    return List.of(
        Integer.toString(port),
        folder.toString(),
        model.toString(),
        Integer.toString(context),
        Integer.toString(threads),
        Integer.toString(silentTokens),
        Boolean.toString(marksBeginning));
  }

  static RunnerSettings parse(String[] arguments) {
    return new RunnerSettings(
        Integer.parseInt(arguments[0]),
        Path.of(arguments[1]),
        Path.of(arguments[2]),
        Integer.parseInt(arguments[3]),
        Integer.parseInt(arguments[4]),
        Integer.parseInt(arguments[5]),
        Boolean.parseBoolean(arguments[6]));
  }
}
