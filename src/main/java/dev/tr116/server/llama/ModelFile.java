package dev.tr116.server.llama;

import dev.tr116.server.ServedModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A generated model on the disk.
 *
 * @param digest SHA-256 of the file in hexadecimal
 * @param parameters number of weights
 */
record ModelFile(StandInModel model, Path path, String digest, long parameters) {
  private static final int FIELDS = 4;

  /** The model as the server lists it. */
  ServedModel describe() {
    var architecture = model.architecture();
    var id = architecture.id();
    try {
      return new ServedModel(
          model.tag(),
          digest,
          Files.size(path),
          Files.getLastModifiedTime(path).toInstant(),
          new ServedModel.Details(
              "gguf",
              id,
              String.format(Locale.ROOT, "%.1fM", parameters / 1e6),
              model.quantization()),
          Shape.CONTEXT,
          Map.of(
              "general.architecture",
              id,
              "general.parameter_count",
              parameters,
              id + ".context_length",
              Shape.CONTEXT,
              id + ".embedding_length",
              model.shape().width(),
              id + ".block_count",
              model.shape().layers(),
              id + ".attention.head_count",
              model.shape().heads()),
          architecture.chat().template());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the model file " + path, e);
    }
  }

  List<String> toArguments() {
    return List.of(model.tag(), path.toString(), digest, Long.toString(parameters));
  }

  /** Reads what {@link #toArguments} of several files makes. */
  static List<ModelFile> parse(List<String> arguments) {
    return IntStream.range(0, arguments.size() / FIELDS)
        .mapToObj(i -> arguments.subList(i * FIELDS, (i + 1) * FIELDS))
        .map(
            fields ->
                new ModelFile(
                    StandInModel.of(fields.get(0)),
                    Path.of(fields.get(1)),
                    fields.get(2),
                    Long.parseLong(fields.get(3))))
        .toList();
  }
}
