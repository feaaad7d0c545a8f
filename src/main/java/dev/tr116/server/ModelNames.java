package dev.tr116.server;

/** Finds models by the names clients use. */
final class ModelNames {
  private final TokenSource source;

  ModelNames(TokenSource source) {
    this.source = source;
  }

  /** The model of this name; a name without a tag means the tag {@code latest}. */
  ServedModel require(String name) {
    var full = name.contains(":") ? name : name + ":latest";
    return source.models().stream()
        .filter(model -> model.name().equals(full))
        .findFirst()
        .orElseThrow(() -> ApiException.modelNotFound(name, source.remarkOnMissing()));
  }
}
