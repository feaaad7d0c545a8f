/** Files for Prometheus and Grafana, with the limits in force. */
@org.jspecify.annotations.NullMarked
package dev.tr116.monitoring;
