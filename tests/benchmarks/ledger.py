"""Keeps what the benchmarks measured: a line on the screen, an entry in build/benchmarks.json."""

import json
from pathlib import Path

LEDGER = Path(__file__).parents[2] / "build" / "benchmarks.json"


def record(name: str, value: float, unit: str, against: str, against_value: float) -> float:
    """Record a measurement and return the ratio: how many times ``against`` takes as long.

    Args:
        name: What was measured.
        value: Our figure.
        unit: The unit of both figures.
        against: The peer or floor that was measured in the same run.
        against_value: Its figure.
    """
    ratio = against_value / value
    entries = json.loads(LEDGER.read_text("utf-8")) if LEDGER.exists() else {}
    entries[name] = {
        "value": round(value, 4),
        "unit": unit,
        "against": against,
        "against_value": round(against_value, 4),
        "ratio": round(ratio, 3),
    }
    LEDGER.parent.mkdir(exist_ok=True)
    LEDGER.write_text(json.dumps(entries, indent=2, sort_keys=True) + "\n", "utf-8")
    print(f"\n{name}: {value:.3f} {unit}; {against}: {against_value:.3f} {unit}; ratio {ratio:.2f}")
    return ratio
