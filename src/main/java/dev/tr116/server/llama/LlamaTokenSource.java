package dev.tr116.server.llama;

import dev.tr116.server.LoadOptions;
import dev.tr116.server.LoadedModel;
import dev.tr116.server.ServedModel;
import dev.tr116.server.TokenSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stand-in models served by llama.cpp, each in a runner process of its own while it is loaded. */
final class LlamaTokenSource implements TokenSource {
  private final Map<ServedModel, ModelFile> models = new LinkedHashMap<>();
  private final RunnerLauncher launcher;
  private final int threads;

  LlamaTokenSource(List<ModelFile> files, RunnerLauncher launcher, int threads) {
    files.forEach(file -> models.put(file.describe(), file));
    this.launcher = launcher;
    this.threads = threads;
  }

  @Override
  public String version() {
    return EmbeddedEngine.SERVER_VERSION;
  }

  @Override
  public String remarkOnMissing() {
    return "; the embedded engine serves those that were asked for when it was started, of "
        + StandInModel.available();
  }

  @Override
  public List<ServedModel> models() {
    return new ArrayList<>(models.keySet());
  }

  @Override
  public LoadedModel load(ServedModel model, LoadOptions options) {
    var asked = options.numThread();
    return launcher.launch(models.get(model), options.numCtx(), asked == 0 ? threads : asked);
  }
}
