package dev.tr116.report.allure;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;

/** The classes of this project as a user has them who did not ask for Allure. */
final class ClassPathWithoutAllure extends URLClassLoader {
  ClassPathWithoutAllure() {
    super(urls(), ClassLoader.getPlatformClassLoader());
  }

  private static URL[] urls() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("allure-"))
        .map(ClassPathWithoutAllure::url)
        .toArray(URL[]::new);
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
