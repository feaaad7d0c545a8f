package dev.tr116.plan;

/**
 * One agent of a scenario.
 *
 * @param role the part it plays
 * @param options what it asks of its server
 */
public record AgentPlan(AgentRole role, GenerationOptions options) {}
