@echo off
rem Starts Keywright on Windows, with the Java 25 of JAVA_HOME or of PATH. KEYWRIGHT_JVM_OPTIONS adds flags of the JVM.
setlocal
set "program=%~dp0..\program"
set "java="
if not defined JAVA_HOME goto path
findstr /r /c:"^JAVA_VERSION=.25[^0-9]" "%JAVA_HOME%\release" >nul 2>nul
if not errorlevel 1 set "java=%JAVA_HOME%\bin\java.exe"
if defined java goto start
:path
java -version 2>&1 | findstr /r /c:"version .25[^0-9]" >nul
if not errorlevel 1 set "java=java"
if defined java goto start
echo keywright: no JDK 25 was found in JAVA_HOME or on PATH; install one (Temurin 25, for example) or set JAVA_HOME to it>&2
exit /b 2
:start
set "native="
if "%PROCESSOR_ARCHITECTURE%"=="AMD64" set native="-Dorg.sqlite.lib.path=%program%\native\org\sqlite\native\Windows\x86_64"
set "more="
if "%~1"=="emulate" set more="@%program%\jvm-options-emulate"
"%java%" "@%program%\jvm-options" %more% %native% %KEYWRIGHT_JVM_OPTIONS% -jar "%program%\keywright.jar" %*
exit /b %errorlevel%
