"""Draws agreement.svg from agreement.csv: python make_agreement_picture.py

Needs nothing but Python. docs/adaptive.md tells how agreement.csv is measured.
"""

import csv
import math
from pathlib import Path

HERE = Path(__file__).resolve().parent

INK, GREY, FAINT = "#1b1f24", "#57606a", "#d0d7de"
BLUE, ORANGE = "#084a91", "#d55e00"  # told apart with any colour vision, and in print

COLUMNS = 4
LEFT, TOP, PANEL, TALL = 40, 66, (166, 132), 196  # margins, size of a panel, height of a row
STEP = PANEL[0] + 52
HIGH = 100  # percent
SCALES = [(98, 0.5), (60, 10), (0, 20)]  # the least share shown, and the distance of labels
CURVES = {"uniform": (ORANGE, False), "adaptive": (BLUE, True)}  # column: colour, filled dots


def main():
    networks = {}
    with open(HERE / "agreement.csv", newline="") as file:
        for row in csv.DictReader(file):
            networks.setdefault(row["network"], []).append(row)
    rows = math.ceil(len(networks) / COLUMNS)
    width, height = LEFT + COLUMNS * STEP - 20, TOP + rows * TALL
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" font-family="Helvetica, Arial, sans-serif">',
        f'<rect width="{width}" height="{height}" fill="white"/>',
        text(LEFT, 22, "Share of paths whose folding is exactly right, in percent, by evaluations of the network",
             INK, 14, "start", "bold"),
    ]
    out += legend(LEFT, 42)
    for i, (name, points) in enumerate(networks.items()):
        out += panel(LEFT + i % COLUMNS * STEP, TOP + i // COLUMNS * TALL + 18, name, points)
    out.append("</svg>")
    (HERE / "agreement.svg").write_text("\n".join(out) + "\n")


def legend(x, y):
    return [
        line([(x, y - 4), (x + 22, y - 4)], BLUE, 2.2),
        dot(x + 11, y - 4, BLUE, True),
        text(x + 28, y, "adaptive", INK, 12),
        line([(x + 100, y - 4), (x + 122, y - 4)], ORANGE, 2.2),
        dot(x + 111, y - 4, ORANGE, False),
        text(x + 128, y, "sampled at equal distances", INK, 12),
    ]


def panel(left, top, name, points):
    budgets = [int(p["evaluations"]) for p in points]
    across, down = PANEL
    least = min(100 * int(p[key]) / int(p["paths"]) for p in points for key in CURVES)
    low, tick = next(scale for scale in SCALES if scale[0] <= least)

    def place(budget, share):
        span = math.log10(max(budgets) / min(budgets)) or 1
        x = left + across * math.log10(budget / min(budgets)) / span
        return x, top + down * (HIGH - share) / (HIGH - low)

    title = name.removeprefix("mnist-").replace("x", " × ")
    out = [
        text(left, top - 8, title, INK, 12, "start", "bold"),
        text(left + across, top - 8, f'{float(points[0]["flips"]):.0f} flips a path', GREY, 11,
             "end"),
    ]
    for i in range(round((HIGH - low) / tick) + 1):
        share = low + i * tick
        y = place(budgets[0], share)[1]
        out.append(line([(left, y), (left + across, y)], FAINT, 1))
        out.append(text(left - 8, y + 4, f"{share:g}", GREY, 10, "end"))
    for budget in budgets:
        if str(budget)[0] == "1":
            x = place(budget, low)[0]
            out.append(line([(x, top + down), (x, top + down + 4)], GREY, 1))
            out.append(text(x, top + down + 16, f"{budget:,}", GREY, 10, "middle"))
    for key, (colour, filled) in CURVES.items():
        curve = [
            place(int(p["evaluations"]), 100 * int(p[key]) / int(p["paths"])) for p in points
        ]
        out.append(line(curve, colour, 2.2))
        out += [dot(x, y, colour, filled) for x, y in curve]
    return out


def line(points, colour, width):
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="{width}"/>'


def dot(x, y, colour, filled):
    fill = colour if filled else "white"
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{fill}" stroke="{colour}" stroke-width="1.6"/>'


def text(x, y, words, colour, size, anchor="start", weight="normal"):
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" fill="{colour}" font-size="{size}" '
        f'text-anchor="{anchor}" font-weight="{weight}">{words}</text>'
    )


if __name__ == "__main__":
    main()
