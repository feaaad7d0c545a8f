package dev.tr116.report.allure;

import io.qameta.allure.model.Parameter;

/**
 * A parameter of ours, told by its type from those Allure makes of JUnit's ids and arguments.
 *
 * <p>It is excluded from what tools compute identities of: an endpoint or an option that changes
 * must not start a new history.
 */
final class RunParameter extends Parameter {
  private static final long serialVersionUID = 1L;

  RunParameter(String name, String value) {
    setName(name);
    setValue(value);
    setExcluded(true);
  }
}
