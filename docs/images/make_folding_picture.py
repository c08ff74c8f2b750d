"""Draws folding.svg from the bundled moons network: python make_folding_picture.py

Needs NumPy alone. Same input, same bytes.
"""

from pathlib import Path

import numpy as np

from relu_regions import read_layers, regions, walk

HERE = Path(__file__).resolve().parent
DEMO = HERE.parents[1] / "folding-cli/src/main/resources/org/folding/cli/demo"
FROM, TO = 34, 131  # rows of moons.csv, from 0
LOW, HIGH = (-1.55, -1.02), (2.65, 1.62)  # corners of the plane shown

INK, GREY, FAINT = "#1b1f24", "#57606a", "#d0d7de"
BLUE, ORANGE = "#084a91", "#d55e00"  # told apart with any colour vision, and in print
SCALE = ["#e8f1fa", "#cfe1f2", "#a3cae4", "#69add5", "#3787c0", "#105ba4"]

WIDTH, HEIGHT = 900, 392
MAP = (20, 58, 430, 430 * (HIGH[1] - LOW[1]) / (HIGH[0] - LOW[0]))  # left, top, width, height
PLOT = (512, 58, 358, MAP[3])


def main():
    layers = read_layers(DEMO / "moons.onnx")
    table = np.loadtxt(DEMO / "moons.csv", delimiter=",", skiprows=1)
    points, labels = table[:, :2], table[:, 2]
    start, end = points[FROM], points[TO]
    times, patterns = walk(layers, start, end)
    distance = [int((pattern != patterns[0]).sum()) for pattern in patterns]
    flips = [int((a != b).sum()) for a, b in zip(patterns, patterns[1:])]
    r1, r2 = max(distance), sum(flips)
    back = [i for i in range(len(times)) if distance[i + 1] < distance[i]]
    fold = (times[back[0]], times[back[-1] + 1])  # until the distance grows again
    pieces = regions(layers, LOW, HIGH)
    print(f"r1 = {r1}, r2 = {r2}, chi = {1 - r1 / r2:.2f}, {len(patterns)} regions on the path")
    print(f"turns back from t = {fold[0]:.4f} to {fold[1]:.4f}; {len(pieces)} regions in the picture")

    svg = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" '
        f'height="{HEIGHT}" font-family="Helvetica, Arial, \'Liberation Sans\', sans-serif" font-size="13">',
        "<title>A straight path through the linear regions of a ReLU network, and its folding</title>",
        f'<rect x="0.5" y="0.5" width="{WIDTH - 1}" height="{HEIGHT - 1}" rx="8" fill="#ffffff" stroke="{FAINT}"/>',
    ]
    svg += draw_map(pieces, patterns[0], points, labels, start, end, fold)
    svg += draw_walk(times, distance, flips, fold, r1, r2)
    svg.append("</svg>")
    (HERE / "folding.svg").write_text("\n".join(svg) + "\n", encoding="utf-8", newline="\n")


def draw_map(pieces, first, points, labels, start, end, fold):
    left, top, width, height = MAP
    farthest = max(int((pattern != first).sum()) for _, pattern in pieces)

    def at(point):
        x = left + (point[0] - LOW[0]) / (HIGH[0] - LOW[0]) * width
        y = top + (HIGH[1] - point[1]) / (HIGH[1] - LOW[1]) * height
        return x, y

    out = [text(left, 27, "Input plane of a ReLU network", "start", INK, 16, "bold")]
    out.append(text(left, 46, "each cell is one activation pattern", "start", GREY, 12.5))
    out.append('<g stroke="#ffffff" stroke-width="0.45" stroke-linejoin="round">')
    for corners, pattern in pieces:
        outline = " ".join("%.2f,%.2f" % at(corner) for corner in corners)
        out.append(f'<polygon points="{outline}" fill="{shade((pattern != first).sum() / farthest)}"/>')
    out.append("</g>")
    out.append(
        f'<rect x="{left}" y="{top}" width="{width}" height="{height:.2f}" fill="none" stroke="{FAINT}"/>'
    )
    out.append(f'<g fill="#ffffff" stroke="{INK}" stroke-width="0.9" opacity="0.55">')
    for point, label in zip(points, labels):
        x, y = at(point)
        if label == 0:
            out.append(f'<circle cx="{x:.2f}" cy="{y:.2f}" r="2.4"/>')
        else:
            out.append(f'<path d="M{x - 2.7:.2f} {y + 2:.2f}h5.4l-2.7 -4.8z" fill="{INK}"/>')
    out.append("</g>")

    a, b, c, d = at(start), at(start + fold[0] * (end - start)), at(start + fold[1] * (end - start)), at(end)
    out.append(line(a, d, "#ffffff", 6.5))
    out.append(line(a, d, INK, 2.6))
    out.append(line(b, c, ORANGE, 4.6))
    for point in (a, d):
        out.append(
            f'<circle cx="{point[0]:.2f}" cy="{point[1]:.2f}" r="5.5" fill="{INK}" stroke="#ffffff" stroke-width="1.8"/>'
        )
    out.append(halo(a[0], a[1] - 13, "start", "middle", INK))
    out.append(halo(d[0] + 11, d[1] + 5, "end", "start", INK))
    angle = np.degrees(np.arctan2(c[1] - b[1], c[0] - b[0])) % 180
    angle = angle - 180 if angle > 90 else angle
    out.append(halo((b[0] + c[0]) / 2, (b[1] + c[1]) / 2 + 20, "turns back", "middle", ORANGE, angle))

    y = top + height + 14
    out.append('<defs><linearGradient id="scale">')
    for i, colour in enumerate(SCALE):
        out.append(f'<stop offset="{i / (len(SCALE) - 1):.2f}" stop-color="{colour}"/>')
    out.append("</linearGradient></defs>")
    out.append(
        f'<rect x="{left}" y="{y:.1f}" width="130" height="10" fill="url(#scale)" stroke="{FAINT}" stroke-width="0.8"/>'
    )
    out.append(text(left, y + 24, "0", "start", GREY, 12))
    out.append(text(left + 130, y + 24, str(farthest), "end", GREY, 12))
    out.append(text(left + 140, y + 10, "units that differ from the start", "start", GREY, 12))
    x, y = left + 140, y + 28
    out.append(f'<circle cx="{x + 4:.2f}" cy="{y - 4:.2f}" r="2.8" fill="#ffffff" stroke="{INK}" stroke-width="0.9"/>')
    out.append(f'<path d="M{x + 12:.2f} {y - 1.4:.2f}h6l-3 -5.4z" fill="{INK}" opacity="0.7"/>')
    out.append(text(x + 26, y, "data of two classes", "start", GREY, 12))
    return out


def draw_walk(times, distance, flips, fold, r1, r2):
    left, top, width, height = PLOT
    ceiling = 5 * int(np.ceil((r2 + 2) / 5))

    def at(t, value):
        return left + t * width, top + height - value / ceiling * height

    out = [text(left, 27, "Neurons that flip along the path", "start", INK, 16, "bold")]
    out.append(line((left, 42), (left + 22, 42), BLUE, 2.6))
    out.append(text(left + 29, 46, "distance to the start", "start", BLUE, 12.5))
    out.append(line((left + 184, 42), (left + 206, 42), GREY, 1.8, "5 3"))
    out.append(text(left + 213, 46, "flips so far", "start", GREY, 12.5))
    x0, x1 = at(fold[0], 0)[0], at(fold[1], 0)[0]
    out.append(
        f'<rect x="{x0:.2f}" y="{top}" width="{x1 - x0:.2f}" height="{height:.2f}" fill="{ORANGE}" opacity="0.15"/>'
    )
    for value in range(0, ceiling + 1, 10):
        y = at(0, value)[1]
        out.append(line((left - 4, y), (left, y), GREY, 1))
        out.append(text(left - 8, y + 4, str(value), "end", GREY, 12))
    out.append(line(at(0, 0), at(1, 0), GREY, 1))
    out.append(line(at(0, 0), at(0, ceiling), GREY, 1))
    for t in (0, 0.5, 1):
        x, y = at(t, 0)
        out.append(line((x, y), (x, y + 4), GREY, 1))
        label = {0: "start", 0.5: "position on the path", 1: "end"}[t]
        out.append(text(x, y + 18, label, {0: "start", 0.5: "middle", 1: "end"}[t], GREY, 12))

    total = np.concatenate([[0], np.cumsum(flips)])
    out.append(
        f'<path d="{steps(times, total, at)}" fill="none" stroke="{GREY}" stroke-width="1.8" stroke-dasharray="5 3"/>'
    )
    out.append(
        f'<path d="{steps(times, distance, at)}" fill="none" stroke="{BLUE}" stroke-width="2.6" stroke-linejoin="round"/>'
    )
    peak = at(1, r1)
    out.append(line((left, peak[1]), peak, BLUE, 1, "2 3"))
    out += labels_of_walk(at, fold, r1, r2)
    return out


def labels_of_walk(at, fold, r1, r2):
    out = []
    x, y = at(0, r2)
    out.append(line((x, y), at(1, r2), GREY, 1, "2 3"))
    out.append(rich(x + 8, y + 17, f'<tspan font-weight="bold">{sub("r", 2)} = {r2}</tspan> flips in all', GREY))
    x, y = at(0, r1)
    out.append(rich(x + 8, y - 7, f'<tspan font-weight="bold">{sub("r", 1)} = {r1}</tspan> farthest from the start', BLUE))
    x, y = at((fold[0] + fold[1]) / 2, 0)
    out.append(text(x, y - 10, "turns back", "middle", ORANGE, 13, "bold"))
    ratio = 1 - r1 / r2
    x, y = PLOT[0] + PLOT[2], PLOT[1] + PLOT[3] + 48
    formula = f'folding χ = 1 − {sub("r", 1)}/{sub("r", 2)} = 1 − {r1}/{r2} = <tspan font-weight="bold">{ratio:.2f}</tspan>'
    out.append(rich(x, y, formula, INK, 15, "end"))
    return out


def steps(times, values, at):
    """The path data of a step curve: values[i] from times[i - 1] to times[i]."""
    x, y = at(0, values[0])
    data = [f"M{x:.2f} {y:.2f}"]
    for t, value in zip(times, values[1:]):
        x, y = at(t, value)
        data.append(f"H{x:.2f}V{y:.2f}")
    return "".join(data) + f"H{at(1, 0)[0]:.2f}"


def shade(share):
    """The colour at a share from 0 to 1 of the scale."""
    place = share * (len(SCALE) - 1)
    i = min(int(place), len(SCALE) - 2)
    mix = [
        round(int(SCALE[i][k : k + 2], 16) * (1 - place + i) + int(SCALE[i + 1][k : k + 2], 16) * (place - i))
        for k in (1, 3, 5)
    ]
    return "#%02x%02x%02x" % tuple(mix)


def line(a, b, colour, width, dashes=""):
    dash = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (
        f'<line x1="{a[0]:.2f}" y1="{a[1]:.2f}" x2="{b[0]:.2f}" y2="{b[1]:.2f}" stroke="{colour}" '
        f'stroke-width="{width}" stroke-linecap="round"{dash}/>'
    )


def text(x, y, words, anchor, colour, size=13, weight="normal"):
    return rich(x, y, words, colour, size, anchor, weight)


def rich(x, y, content, colour, size=13, anchor="start", weight="normal"):
    return (
        f'<text x="{x:.2f}" y="{y:.2f}" text-anchor="{anchor}" fill="{colour}" font-size="{size}" '
        f'font-weight="{weight}">{content}</text>'
    )


def halo(x, y, words, anchor, colour, angle=0.0):
    """Text with a white rim, readable on the map."""
    return (
        f'<text x="{x:.2f}" y="{y:.2f}" text-anchor="{anchor}" fill="{colour}" font-weight="bold" stroke="#ffffff" '
        f'stroke-width="4" stroke-linejoin="round" paint-order="stroke" '
        f'transform="rotate({angle:.2f} {x:.2f} {y:.2f})">{words}</text>'
    )


def sub(letter, index):
    """r with an index, without asking the font for a subscript digit."""
    return f'{letter}<tspan dy="3" font-size="75%">{index}</tspan><tspan dy="-3" font-size="1">&#8203;</tspan>'


if __name__ == "__main__":
    main()
