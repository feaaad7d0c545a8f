/** Tells Allure what was measured; the only place that knows Allure, and works without it. */
@org.jspecify.annotations.NullMarked
package dev.tr116.report.allure;
