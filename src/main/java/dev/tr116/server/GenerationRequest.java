package dev.tr116.server;

/** A prompt and how to answer it. */
public record GenerationRequest(Prompt prompt, SamplingOptions options) {}
