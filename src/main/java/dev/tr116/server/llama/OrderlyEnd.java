package dev.tr116.server.llama;

import java.nio.file.Path;

/** Ends this process without the native library's say: its threads may be in the middle of work. */
record OrderlyEnd(Path folder) implements Runnable {
  @Override
  public void run() {
    try {
      new TemporaryFolder(folder).close();
    } finally {
      Runtime.getRuntime().halt(0);
    }
  }
}
