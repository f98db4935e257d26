"""Grades a submission of Two Stoves for Classroom 50, with the grader that lies beside this file.

Classroom 50 starts this in the student's checkout. Nothing of the checkout is run but the Java sources of the exercises,
and these only by the grader, in processes of its own. What is written last are result.json and release-body.md.

Exit codes: 0 the submission was graded, whatever came of it; 1 it could not be, and Classroom 50 reports an error.
Needs a JDK 25 ("runtime": {"java": "25"} in the assignment) and nothing but Python's own library.
"""

import ctypes
import gzip
import os
import pathlib
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time

# Classroom 50 ends a job after 15 minutes, with everything lost; this leaves it time to fetch, set up and publish
LIMIT_SECONDS = int(os.environ.get("KATA_LIMIT_SECONDS", 11 * 60))
RESULTS = ("result.json", "release-body.md")
PR_SET_CHILD_SUBREAPER = 36


def main():
    bundle = pathlib.Path(os.environ.get("CLASSROOM50_BUNDLE_DIR") or pathlib.Path(__file__).resolve().parent)
    checkout = pathlib.Path.cwd()
    adopt_orphans()
    with tempfile.TemporaryDirectory(prefix="kata-") as scratch:
        out = pathlib.Path(scratch, "out")
        code = grade(unpacked(bundle, scratch), checkout, out, options(bundle))
        # whatever the submission left running could still write into the checkout
        end_descendants()
        if code is None:
            return fail(f"Grading took longer than {LIMIT_SECONDS} seconds and was ended.")
        missing = [name for name in RESULTS if not (out / name).is_file()]
        if missing:
            return fail(f"The grader ended with {code} and left no {' and no '.join(missing)}; see the log above.")
        for name in RESULTS:
            replace(checkout / name, (out / name).read_bytes())
    if code == 3:
        print("::warning title=Two Stoves::The grader failed in a check, which cost the student nothing. See the results.")
    return 0


def fail(why):
    print(f"::error title=Two Stoves::{why}")
    return 1


def unpacked(bundle, scratch):
    jar = pathlib.Path(scratch, "kata.jar")
    with gzip.open(bundle / "kata.jar.gz") as packed, open(jar, "wb") as plain:
        shutil.copyfileobj(packed, plain)
    return jar


def options(bundle):
    config = bundle / "kata.yml"
    if config.is_file():
        return ["--config", str(config.resolve())]
    only = bundle / "only.txt"
    return ["--only", only.read_text(encoding="utf-8").strip()] if only.is_file() else []


def java():
    home = os.environ.get("JAVA_HOME_25_X64") or os.environ.get("JAVA_HOME")
    return str(pathlib.Path(home, "bin", "java")) if home else "java"


def grade(jar, checkout, out, choice):
    """Returns the grader's exit code, or None if it took too long."""
    command = [java(), "-jar", str(jar), "grade", str(checkout), *choice, "--format", "classroom50", "--out", str(out)]
    # nothing that the submission prints becomes a command of this run
    token = secrets.token_hex(16)
    print(f"::stop-commands::{token}", flush=True)
    try:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, cwd=jar.parent, start_new_session=True)
        try:
            return process.wait(LIMIT_SECONDS)
        except subprocess.TimeoutExpired:
            return None
        finally:
            end_group(process.pid)
    except OSError as problem:
        print(f"java cannot be started: {problem}")
        return -1
    finally:
        print(f"::{token}::", flush=True)


def adopt_orphans():
    """Makes whatever descends from this process a child of it once its parent is gone (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def end_group(group):
    try:
        os.killpg(group, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        pass


def end_descendants():
    """Ends all that descends from this process and is still there, also what left the group."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        for child in children():
            try:
                os.kill(child, signal.SIGKILL)
            except ProcessLookupError:
                pass
        try:
            # once a child is gone, its own children are ours
            ended, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if ended == 0:
            time.sleep(0.05)


def children():
    pids = []
    for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            # the name before it, in brackets, may hold anything
            parent = int(stat.read_text(errors="replace").rpartition(")")[2].split()[1])
        except (OSError, ValueError, IndexError):
            continue
        if parent == os.getpid():
            pids.append(int(stat.parent.name))
    return pids


def replace(file, content):
    """Writes a file in one step, and never through a link that the student may have put there."""
    descriptor, temporary = tempfile.mkstemp(dir=file.parent)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(content)
    os.chmod(temporary, 0o644)
    if file.is_dir() and not file.is_symlink():
        shutil.rmtree(file)
    os.replace(temporary, file)


if __name__ == "__main__":
    sys.exit(main())
