@echo off
rem Starts tr116 on a JDK 25: that of JAVA25_HOME, else of JAVA_HOME, else of the PATH.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
if defined JAVA25_HOME set "java=%JAVA25_HOME%\bin\java"
set "flags="
if "%~1"=="run" set "flags=@jvm.flags.benchmark@"
"%java%" @jvm.flags@ %flags% -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 %TR116_JAVA_OPTS% -cp "%~dp0..\lib\*" dev.tr116.cli.Main %*
