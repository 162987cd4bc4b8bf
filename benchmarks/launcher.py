"""Runs a command and writes what it took: seconds by the clock and on processors, and the most memory of a process.

Linux never tells of less memory for a process than the one that started it had. So this is small.
"""

import json
import resource
import subprocess
import sys
import time
from pathlib import Path


def main(result: str, *command: str) -> int:
    """Gives the command's own exit code."""
    start = time.perf_counter()
    code = subprocess.call(command, stdout=subprocess.DEVNULL)
    seconds = time.perf_counter() - start
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    took = [seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024]
    Path(result).write_text(json.dumps(took), encoding="utf-8")
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
