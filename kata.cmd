@echo off
rem The command line of Two Stoves on Windows. It does what the script "kata" does elsewhere; read that one first.
setlocal EnableExtensions DisableDelayedExpansion
set "REPOSITORY=%~dp0"
set "REPOSITORY=%REPOSITORY:~0,-1%"
set "JAR=%REPOSITORY%\grader\target\kata.jar"
set "BUILT=%REPOSITORY%\grader\target\kata.built"
set "ARCHIVE=%REPOSITORY%\grader\target\kata.aot"
set "MARKS=%REPOSITORY%\grader\target\kata-marks.aot"
set "FLAGS=-XX:+UseSerialGC -XX:+IgnoreUnrecognizedVMOptions -XX:MarkSweepAlwaysCompactCount=1 -XX:TieredStopAtLevel=1 -Xlog:disable --enable-native-access=ALL-UNNAMED"
set "JDK="

for %%V in (JAVA25_HOME JAVA_HOME JAVA_25_HOME JDK25_HOME JDK_25_HOME JDK_HOME JAVA_HOME_25_X64 JAVA_HOME_25_ARM64) do call :variable %%V
for %%D in (
    "%USERPROFILE%\.jdks"
    "%USERPROFILE%\.m2\jdks"
    "%USERPROFILE%\.gradle\jdks"
    "%USERPROFILE%\.sdkman\candidates\java"
    "%USERPROFILE%\scoop\apps"
    "%ProgramFiles%\Eclipse Adoptium"
    "%ProgramFiles%\Java"
    "%ProgramFiles%\Amazon Corretto"
    "%ProgramFiles%\Zulu"
    "%ProgramFiles%\BellSoft"
    "%ProgramFiles%\Microsoft"
) do if exist "%%~D" for /d %%J in ("%%~D\*") do (
    call :try "%%~J"
    call :try "%%~J\current"
)
if not defined JDK (
    echo Two Stoves needs a JDK 25 or newer, and none was found on this machine. 1>&2
    echo   1. Install one, for example from https://adoptium.net/temurin/releases?version=25 1>&2
    echo   2. or say where it is:  set JAVA25_HOME=C:\path\to\jdk-25 1>&2
    echo See README.md, "Setup". 1>&2
    exit /b 2
)

call :stale
if errorlevel 1 (
    echo Building the grader ^(once, about 20 seconds; the very first time Maven also downloads what it needs^) ... 1>&2
    call :build 1>&2
    if errorlevel 1 (
        echo The grader could not be built; Maven's message is above. 1>&2
        exit /b 3
    )
)

call :older "%ARCHIVE%"
if errorlevel 1 (
    echo Preparing for quick starts ^(once, about 20 seconds^) ... 1>&2
    call :prepare
)
if /i "%~1"=="grade" call :marks
if /i "%~1"=="class" call :marks

"%JDK%\bin\java.exe" %FLAGS% "-XX:AOTCache=%ARCHIVE%" "-Dkata.repository=%REPOSITORY%" -cp "%JAR%" twostoves.cli.Kata %*
exit /b %ERRORLEVEL%

rem fails when the file %1 is not there, or is older than the jar
:older
if not exist "%~1" exit /b 1
set "FILE=%~1"
powershell -NoProfile -Command "if ((Get-Item -LiteralPath $env:FILE).LastWriteTime -lt (Get-Item -LiteralPath $env:JAR).LastWriteTime) { exit 1 }; exit 0"
exit /b %ERRORLEVEL%

rem an archive of loaded and linked classes, with which later commands start in half the time; none is no harm
:prepare
"%JDK%\bin\java.exe" %FLAGS% "-XX:AOTCacheOutput=%ARCHIVE%.new" "-Dkata.repository=%REPOSITORY%" -cp "%JAR%" twostoves.cli.Kata prepare <nul >nul 2>nul
if exist "%ARCHIVE%.new" (move /y "%ARCHIVE%.new" "%ARCHIVE%" >nul) else type nul >"%ARCHIVE%"
exit /b 0

rem the same for workers that grade for marks, which have other flags
:marks
call :older "%MARKS%"
if not errorlevel 1 exit /b 0
echo Preparing for quick marks ^(once, about 10 seconds^) ... 1>&2
"%JDK%\bin\java.exe" %FLAGS% "-XX:AOTCache=%ARCHIVE%" "-Dkata.repository=%REPOSITORY%" -cp "%JAR%" twostoves.cli.Kata prepare --marks <nul >nul 2>nul
if errorlevel 1 type nul >"%MARKS%"
exit /b 0

rem sets JDK to the value of the variable named %1 if that is the home of a JDK 25
:variable
if not defined %1 exit /b 0
call set "CANDIDATE=%%%1%%"
call :try "%CANDIDATE%"
exit /b 0

rem sets JDK to %1 if that is the home of a JDK 25 and none was found before
:try
if defined JDK exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do for /f "delims=.+-" %%M in ("%%~V") do if %%M GEQ 25 set "JDK=%~1"
exit /b 0

rem fails when the grader's sources are newer than what was built
:stale
if not exist "%JAR%" exit /b 1
powershell -NoProfile -Command "$r = $env:REPOSITORY; $built = (Get-Item -LiteralPath $env:JAR).LastWriteTime; if (Test-Path -LiteralPath $env:BUILT) { $asked = (Get-Item -LiteralPath $env:BUILT).LastWriteTime; if ($asked -gt $built) { $built = $asked } }; $sources = Get-ChildItem -Recurse -ErrorAction SilentlyContinue -LiteralPath ($r + '\pom.xml'), ($r + '\grader\pom.xml'), ($r + '\grader\src\main'), ($r + '\docs\exercises'), ($r + '\docs\misconceptions.md'); if ($sources | Where-Object { $_.LastWriteTime -gt $built }) { exit 1 }; exit 0"
exit /b %ERRORLEVEL%

rem Maven on the JDK found here: then it need not look for one, and compiles faster
:build
setlocal
set "JAVA_HOME=%JDK%"
cd /d "%REPOSITORY%"
where mvn >nul 2>nul
if errorlevel 1 (
    call "%REPOSITORY%\mvnw.cmd" -B -ntp -pl grader package
) else (
    call mvn -B -ntp -pl grader package
)
if errorlevel 1 exit /b 1
type nul >"%BUILT%"
exit /b 0
