package dev.tr116.server.llama;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.server.Prompt;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChatFormatTest {
  private final ChatFormat format = new ChatFormat("<", ">", ";", "model");

  @Test
  void marksTheTurnsAndAsksForAnAnswer() {
    var prompt =
        new Prompt.Chat(
            List.of(
                new Prompt.Message("user", "Hi"),
                new Prompt.Message("assistant", "Hello"),
                new Prompt.Message("user", "Bye")));

    assertThat(format.render(prompt)).isEqualTo("<user>Hi;<model>Hello;<user>Bye;<model>");
  }

  @Test
  void leavesARawPromptAsItIs() {
    assertThat(format.render(new Prompt.Raw("Hi"))).isEqualTo("Hi");
  }
}
