<?xml version="1.0" encoding="UTF-8"?>
<!--
  The list of licences out of the bill of materials. A part whose licence is not allowed, or not told, ends the build.
  Allowed are licences under which a part may be linked and passed on unchanged with work under another licence.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:b="http://cyclonedx.org/schema/bom/1.6">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:variable name="allowed"> Apache-2.0 MIT BSD-2-Clause BSD-3-Clause EPL-2.0 </xsl:variable>

  <xsl:template match="b:bom">
    <xsl:if test="not(b:components/b:component)">
      <xsl:message terminate="yes">The bill of materials lists no part; was it written by another version of its plugin?</xsl:message>
    </xsl:if>
    <xsl:text>What tr116 needs of others&#10;&#10;</xsl:text>
    <xsl:text>"required" comes along with the jar; "optional" is for the command line, Allure's report and the embedded engine.&#10;</xsl:text>
    <xsl:text>The licence text of each part is in its own jar or at https://spdx.org/licenses/NAME.html.&#10;&#10;</xsl:text>
    <xsl:apply-templates select="b:components/b:component">
      <xsl:sort select="b:group" lang="en"/>
      <xsl:sort select="b:name" lang="en"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="b:component">
    <xsl:variable name="part" select="concat(b:group, ':', b:name, ':', b:version)"/>
    <xsl:if test="not(b:licenses/*)">
      <xsl:message terminate="yes">
        <xsl:value-of select="$part"/>
        <xsl:text> tells no licence; find out which, or do without it</xsl:text>
      </xsl:message>
    </xsl:if>
    <!-- More than one is not said to be a choice: each must be allowed. -->
    <xsl:for-each select="b:licenses/b:license | b:licenses/b:expression">
      <xsl:variable name="licence" select="concat(b:id, b:name, self::b:expression)"/>
      <xsl:if test="contains($licence, ' ') or not(contains($allowed, concat(' ', $licence, ' ')))">
        <xsl:message terminate="yes">
          <xsl:value-of select="concat($part, ' is under ', $licence, '; allowed are:', $allowed)"/>
          <xsl:text>(src/main/assembly/third-party.xsl)</xsl:text>
        </xsl:message>
      </xsl:if>
    </xsl:for-each>
    <xsl:value-of select="concat($part, ' (', b:scope, '): ')"/>
    <xsl:for-each select="b:licenses/b:license">
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:value-of select="b:id"/>
    </xsl:for-each>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>
</xsl:stylesheet>
