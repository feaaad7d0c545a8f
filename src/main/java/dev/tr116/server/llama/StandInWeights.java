package dev.tr116.server.llama;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Random weights that behave: activations keep their size through the layers, and whole words are
 * likelier than fragments.
 *
 * <p>Dimension 0 of what flows from layer to layer is reserved: no layer writes to it, so it always
 * says "on", and what the output weights hold there is a bias for each token.
 */
final class StandInWeights {
  private static final float ON = 4;
  private static final float FRAGMENT_BIAS = -2.2f;
  private static final double LOGIT_SPREAD = 1.5;

  private final Architecture architecture;
  private final Shape shape;
  private final double unit;
  private final Vocabulary vocabulary;
  private final TensorType type;
  private final List<Tensor> tensors = new ArrayList<>();

  private StandInWeights(
      Architecture architecture, Shape shape, Vocabulary vocabulary, TensorType type) {
    this.architecture = architecture;
    this.shape = shape;
    this.unit = 1 / Math.sqrt(shape.width());
    this.vocabulary = vocabulary;
    this.type = type;
  }

  static List<Tensor> of(
      Architecture architecture, Shape shape, Vocabulary vocabulary, TensorType type) {
    var weights = new StandInWeights(architecture, shape, vocabulary, type);
    weights.addEnds();
    for (var layer = 0; layer < shape.layers(); layer++) {
      weights.addAttention("blk." + layer + ".");
      weights.addFeedForward("blk." + layer + ".");
    }
    return List.copyOf(weights.tensors);
  }

  private void addEnds() {
    if (architecture.tiesEmbeddings()) {
      matrix("token_embd.weight", shape.width(), vocabulary.size(), this::tiedEmbedding);
      // Random signs: otherwise a token would be most like itself and be repeated for ever.
      vector("output_norm.weight", shape.width(), this::signs);
      return;
    }
    matrix(
        "token_embd.weight",
        shape.width(),
        vocabulary.size(),
        (row, index, random) -> {
          random.fill(row, 1);
          row[0] = ON;
        });
    vector("output_norm.weight", shape.width(), constant(1));
    matrix(
        "output.weight",
        shape.width(),
        vocabulary.size(),
        (row, index, random) -> {
          random.fill(row, LOGIT_SPREAD * unit);
          row[0] = vocabulary.isWord(index) ? 0 : FRAGMENT_BIAS / ON;
        });
  }

  private void addAttention(String layer) {
    var queries = shape.heads() * shape.headWidth();
    var keys = shape.keyHeads() * shape.headWidth();
    vector(layer + "attn_norm.weight", shape.width(), constant(1));
    matrix(layer + "attn_q.weight", shape.width(), queries, normal(unit));
    matrix(layer + "attn_k.weight", shape.width(), keys, normal(unit));
    matrix(layer + "attn_v.weight", shape.width(), keys, normal(unit));
    matrix(layer + "attn_output.weight", queries, shape.width(), intoResidual(queries));
    if (architecture.hasAttentionBiases()) {
      vector(layer + "attn_q.bias", queries, normal(0.1));
      vector(layer + "attn_k.bias", keys, normal(0.1));
      vector(layer + "attn_v.bias", keys, normal(0.1));
    }
    if (architecture.normalizesHeadsAndOutputs()) {
      vector(layer + "attn_q_norm.weight", shape.headWidth(), constant(1));
      vector(layer + "attn_k_norm.weight", shape.headWidth(), constant(1));
      vector(layer + "post_attention_norm.weight", shape.width(), this::normIntoResidual);
    }
  }

  private void addFeedForward(String layer) {
    vector(layer + "ffn_norm.weight", shape.width(), constant(1));
    matrix(layer + "ffn_gate.weight", shape.width(), shape.hidden(), normal(unit));
    matrix(layer + "ffn_up.weight", shape.width(), shape.hidden(), normal(unit));
    matrix(layer + "ffn_down.weight", shape.hidden(), shape.width(), intoResidual(shape.hidden()));
    if (architecture.normalizesHeadsAndOutputs()) {
      vector(layer + "post_ffw_norm.weight", shape.width(), this::normIntoResidual);
    }
  }

  private void vector(String name, int length, Tensor.RowFiller filler) {
    tensors.add(Tensor.vector(name, length, filler));
  }

  private void matrix(String name, int columns, int rows, Tensor.RowFiller filler) {
    tensors.add(Tensor.matrix(name, columns, rows, type, filler));
  }

  private void tiedEmbedding(float[] row, int index, NormalNumbers random) {
    random.fill(row, 1);
    row[0] = vocabulary.isWord(index) ? 1 : 0.75f;
  }

  private void signs(float[] row, int index, NormalNumbers random) {
    for (var i = 0; i < row.length; i++) {
      row[i] = (float) ((random.nextBoolean() ? 1 : -1) * LOGIT_SPREAD * unit);
    }
    row[0] = 12;
  }

  /** Gemma scales the embeddings by the root of the width, so what is added is scaled alike. */
  private void normIntoResidual(float[] row, int index, NormalNumbers random) {
    Arrays.fill(row, (float) (0.3 / unit));
    row[0] = 0;
  }

  private Tensor.RowFiller intoResidual(int columns) {
    var deviation = 0.5 / Math.sqrt((double) shape.layers() * columns);
    return (row, index, random) -> {
      random.fill(row, deviation);
      if (index == 0) {
        Arrays.fill(row, 0);
      }
    };
  }

  private static Tensor.RowFiller normal(double deviation) {
    return (row, index, random) -> random.fill(row, deviation);
  }

  private static Tensor.RowFiller constant(float value) {
    return (row, index, random) -> Arrays.fill(row, value);
  }
}
