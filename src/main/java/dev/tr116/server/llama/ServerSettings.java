package dev.tr116.server.llama;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a server process is started with.
 *
 * @param port where to listen, unless that is taken
 * @param folder its own folder for temporary files, deleted at its end
 * @param threads threads of the inference
 * @param tries whether it loads a model once, to see that the native library works here
 * @param models what it serves
 */
record ServerSettings(int port, Path folder, int threads, boolean tries, List<ModelFile> models) {

  List<String> toArguments() {
    var arguments =
        new ArrayList<>(
            List.of(
                Integer.toString(port),
                folder.toString(),
                Integer.toString(threads),
                Boolean.toString(tries)));
    models.forEach(model -> arguments.addAll(model.toArguments()));
    return arguments;
  }

  static ServerSettings parse(List<String> arguments) {
    return new ServerSettings(
        Integer.parseInt(arguments.get(0)),
        Path.of(arguments.get(1)),
        Integer.parseInt(arguments.get(2)),
        Boolean.parseBoolean(arguments.get(3)),
        ModelFile.parse(arguments.subList(4, arguments.size())));
  }
}
