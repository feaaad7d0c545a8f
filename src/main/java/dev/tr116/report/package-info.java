/** What people read: charts, tables and pages made from records. */
@org.jspecify.annotations.NullMarked
package dev.tr116.report;
