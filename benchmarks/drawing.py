"""How time and memory grow, drawn from what was measured, with Matplotlib where it is installed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

_ROW = re.compile(r"(sites|check) of (\d+), (processor|clock|memory)")
#: What is drawn in each half: title, unit, and its lines with what they are called.
_HALVES = (
    ("Time", "seconds", {("sites", "processor"): "sites, processor", ("sites", "clock"): "sites, by the clock",
                         ("check", "processor"): "check, processor"}),
    ("Memory of the largest process", "MiB", {("sites", "memory"): "sites", ("check", "memory"): "check"}),
)  # fmt: skip
#: Told apart without colours too.
_LOOKS = (("#00509e", "-", "o"), ("#b3470f", "--", "s"), ("#3d6b1f", ":", "^"))


def draw(rows: Iterable[Mapping[str, Any]], file: Path) -> bool:
    """Writes the picture; False where Matplotlib is not installed, or nothing of the kind was measured."""
    try:
        import matplotlib as mpl  # noqa: PLC0415 - nothing else here needs it
    except ImportError:
        return False
    mpl.use("svg")
    from matplotlib import pyplot  # noqa: PLC0415

    points = _points(rows)
    if not points:
        return False
    mpl.rcParams.update({"svg.hashsalt": "handbok", "svg.fonttype": "none", "font.family": "sans-serif"})
    figure, halves = pyplot.subplots(1, 2, figsize=(10, 4), layout="constrained")
    for axes, (title, unit, lines) in zip(halves, _HALVES, strict=True):
        for look, (key, name) in zip(_LOOKS, lines.items(), strict=False):
            _line(axes, points.get(key, {}), name, look)
        axes.set(title=title, xlabel="municipalities", ylabel=unit)
        axes.set_ylim(bottom=0)
        axes.grid(alpha=0.3)
        axes.legend()
    file.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(file, metadata={"Date": None})
    pyplot.close(figure)
    return True


def _line(axes: Any, measured: Mapping[int, float], name: str, look: tuple[str, str, str]) -> None:
    colour, stroke, mark = look
    axes.plot(list(measured), list(measured.values()), color=colour, linestyle=stroke, marker=mark, label=name)


def _points(rows: Iterable[Mapping[str, Any]]) -> dict[tuple[str, str], dict[int, float]]:
    """What was measured of sites and check -> number of municipalities -> value."""
    points: dict[tuple[str, str], dict[int, float]] = {}
    for row in rows:
        if (found := _ROW.fullmatch(row["name"])) and row["value"] is not None:
            points.setdefault((found[1], found[3]), {})[int(found[2])] = row["value"]
    return points
