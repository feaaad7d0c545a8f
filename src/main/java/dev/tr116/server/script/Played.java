package dev.tr116.server.script;

import java.time.Duration;

/**
 * The truth about one answer: what a client should have seen.
 *
 * @param request what was asked
 * @param course when everything was due
 * @param late how late the latest line was written, which is the machine's doing
 */
public record Played(ReceivedRequest request, Course course, Duration late) {}
