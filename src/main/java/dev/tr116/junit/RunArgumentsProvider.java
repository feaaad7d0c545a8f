package dev.tr116.junit;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Names one invocation per run; the run itself happens inside the invocation. */
final class RunArgumentsProvider implements ArgumentsProvider {
  @Override
  public Stream<? extends Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) {
    return BenchmarkPlan.of(context).matrix().runs().stream()
        .map(run -> Arguments.argumentSet(run.displayName()));
  }
}
