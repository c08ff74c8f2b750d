"use strict";
/* Draws the charts of a report from the data that the page carries. */
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const byId = (id) => document.getElementById(id);
  const ALL_UNITS = "all counted units";

  // ---- numbers -------------------------------------------------------------------------------

  const whole = (number) => new Intl.NumberFormat("en", { maximumFractionDigits: 0 }).format(number);

  /**
   * A number times a power of ten with so many decimals, by the rule of Decimals.java: rounded is
   * the shortest decimal fraction that stands for the number, a half away from zero.
   */
  function fixed(number, places, power = 0) {
    const [mantissa, exponent] = Math.abs(number).toExponential().split("e");
    const digits = mantissa.replace(".", "");
    // The number is a whole one, its digits, times this power of ten; cut is what it has too many.
    const cut = digits.length - 1 - Number(exponent) - power - places;
    const units = cut <= 0
      ? BigInt(digits) * 10n ** BigInt(-cut)
      : (2n * BigInt(digits) + 10n ** BigInt(cut)) / (2n * 10n ** BigInt(cut));
    const text = String(units).padStart(places + 1, "0");
    const sign = number < 0 && units > 0n ? "−" : "";
    return sign + (places > 0 ? `${text.slice(0, -places)}.${text.slice(-places)}` : text);
  }

  /** Four decimals, or none for a whole number; a dash for what is not defined. As Figures.java. */
  function decimal(number) {
    if (typeof number !== "number") return { Infinity: "∞", "-Infinity": "−∞" }[number] ?? "–";
    const size = Math.abs(number);
    if (Number.isInteger(number) && size < 1e15) return (number < 0 ? "−" : "") + whole(size);
    if (size >= 1e-4 && size < 1e7) return fixed(number, 4);
    const exponent = Number(number.toExponential().split("e")[1]);
    const mantissa = fixed(number, 3, -exponent);
    // What is rounded up to ten has a digit more before the point.
    const carried = mantissa.replace("−", "").length > 5;
    const shown = carried ? fixed(number, 3, -exponent - 1) : mantissa;
    return `${shown}e${carried ? exponent + 1 : exponent}`.replaceAll("-", "−");
  }

  const percent = (share, places = 1) => (typeof share === "number" ? `${fixed(share, places, 2)} %` : "–");

  // What is written on charts and beside the pointer is formatted by these.
  vega.expressionFunction("asDecimal", decimal);
  vega.expressionFunction("asFixed", (number, places) => (typeof number === "number" ? fixed(number, Number(places)) : "–"));
  vega.expressionFunction("asPercent", (share, places) => percent(share, Number(places ?? 1)));


  // ---- colours -------------------------------------------------------------------------------

  const LIGHT = {
    text: "#1b2230", soft: "#535e6e", line: "#d5dae1", page: "#ffffff",
    accent: "#1f5f9e", second: "#b3401b", third: "#5b7a2a", flat: "#8a6d1c",
    low: "#e9f0f7", high: "#0b3d70",
  };
  const DARK = {
    text: "#e8ecf1", soft: "#a9b4c2", line: "#38424f", page: "#12161c",
    accent: "#8cc0f0", second: "#f0956d", third: "#b5d07c", flat: "#e0c36a",
    low: "#1f2b38", high: "#d3e8ff",
  };
  const systemDark = matchMedia("(prefers-color-scheme: dark)");
  let printing = false;

  /** About the width of A4 and Letter between their margins: what is drawn wider gets small type. */
  const PAPER_WIDTH = 660;

  function isDark() {
    const chosen = document.documentElement.dataset.theme;
    return chosen ? chosen === "dark" : systemDark.matches;
  }

  const palette = () => (isDark() && !printing ? DARK : LIGHT);

  const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", sans-serif';

  function config(colours, background) {
    const text = { labelColor: colours.soft, titleColor: colours.text, labelFontSize: 13, titleFontSize: 13, titleFontWeight: 500 };
    return {
      background,
      font: FONT,
      aria: true,
      customFormatTypes: true,
      mark: { aria: false },
      view: { stroke: null },
      axis: { ...text, domainColor: colours.soft, tickColor: colours.soft, gridColor: colours.line, gridOpacity: 0.7, labelLimit: 140 },
      legend: { ...text, symbolStrokeWidth: 2.5 },
      title: { color: colours.text, subtitleColor: colours.soft },
    };
  }

  /** A colour between two, as the linear scales of the charts mix them. */
  function mixed(low, high, share) {
    const part = (colour, at) => parseInt(colour.slice(at, at + 2), 16);
    return [1, 3, 5].map((at) => Math.round(part(low, at) + share * (part(high, at) - part(low, at))));
  }

  /** The more legible of black and white on a colour, by relative luminance (WCAG 2). */
  function legible(rgb) {
    const linear = rgb.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    const luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    return luminance > 0.179 ? "#000000" : "#ffffff";
  }

  // ---- charts --------------------------------------------------------------------------------

  const charts = [];

  /**
   * A chart: spec(width, colours, saved) gives its Vega-Lite specification, on the page or for a
   * picture of its own, words() the title and notes of such a picture, table() its numbers, and
   * drawn(view), if any, connects it to the page.
   */
  function addChart(id, label, chart) {
    const element = byId(id);
    if (!element) return null;
    Object.assign(chart, { element, label, drawing: Promise.resolve() });
    charts.push(chart);
    const bar = document.createElement("div");
    bar.className = "save";
    for (const [text, save] of [["SVG", saveSvg], ["PNG", savePng], ["CSV", saveCsv]]) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = text;
      button.setAttribute("aria-label", `Save ${label} as ${text}`);
      button.addEventListener("click", () => save(chart));
      bar.append(button);
    }
    element.after(bar);
    bar.after(tableOf(chart));
    return chart;
  }

  function embed(element, spec, colours, options) {
    return vegaEmbed(element, spec, { mode: "vega-lite", actions: false, config: config(colours, options.background), renderer: options.renderer });
  }

  /** Draws a chart anew; drawings of one chart follow each other. */
  function draw(chart) {
    chart.drawing = chart.drawing.then(async () => {
      const colours = palette();
      const width = printing ? PAPER_WIDTH : Math.max(240, chart.element.clientWidth);
      const result = await embed(chart.element, chart.spec(width, colours), colours, {
        background: "transparent",
        renderer: chart.renderer ? chart.renderer() : "svg",
      });
      if (chart.result) chart.result.finalize();
      chart.result = result;
      if (chart.drawn) chart.drawn(result.view);
      refreshTable(chart);
    });
    return chart.drawing;
  }

  const drawAll = () => Promise.all(charts.map(draw));

  // ---- what readers take with them -----------------------------------------------------------

  const fileName = (chart, ending) => `${chart.element.dataset.name}.${ending}`;

  function download(href, name) {
    const link = document.createElement("a");
    link.href = href;
    link.download = name;
    link.click();
  }

  function downloadText(text, type, name) {
    const url = URL.createObjectURL(new Blob([text], { type }));
    download(url, name);
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  }

  /** The lines of a text that is not wider than so many pixels, in the type of charts. */
  function wrapped(text, width, font) {
    const pen = document.createElement("canvas").getContext("2d");
    pen.font = `${font} ${FONT}`;
    const lines = [];
    for (const word of text.split(" ")) {
      const longer = lines.length > 0 ? `${lines[lines.length - 1]} ${word}` : word;
      if (lines.length > 0 && pen.measureText(longer).width <= width) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines;
  }

  const capital = (text) => text[0].toUpperCase() + text.slice(1);

  /** A picture has to tell by itself what the page tells around a chart: what it shows, and of what. */
  function titled(chart, width) {
    const { title, notes } = chart.words();
    const text = wrapped(title, width - 20, "600 15px");
    const subtitle = [data.about, ...notes].filter(Boolean).flatMap((note) => wrapped(note, width - 20, "13px"));
    const spec = chart.spec(width, LIGHT, true);
    return {
      ...spec,
      // What fits into a height gives some of it away to its title.
      ...(spec.autosize ? { height: spec.height + 18 * text.length + 17 * subtitle.length + 20 } : {}),
      title: { text, subtitle, anchor: "start", fontSize: 15, fontWeight: 600, subtitleFontSize: 13, subtitleLineHeight: 17, subtitlePadding: 5, offset: 16, frame: "bounds" },
    };
  }

  /** Saved pictures are drawn in light colours on white, as papers want them. */
  async function offscreen(chart, use) {
    const element = document.createElement("div");
    const width = Math.max(640, chart.element.clientWidth);
    const result = await embed(element, titled(chart, width), LIGHT, { background: "#ffffff", renderer: "svg" });
    await use(result.view);
    result.finalize();
  }

  const saveSvg = (chart) => offscreen(chart, async (view) => downloadText(await view.toSVG(), "image/svg+xml", fileName(chart, "svg")));

  const savePng = (chart) => offscreen(chart, async (view) => download(await view.toImageURL("png", 3), fileName(chart, "png")));

  function saveCsv(chart) {
    const table = chart.table();
    const cell = (value) => (/[",\r\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value));
    const lines = [table.columns, ...table.rows].map((row) => row.map(cell).join(","));
    downloadText(lines.join("\r\n") + "\r\n", "text/csv", fileName(chart, "csv"));
  }

  const MOST_ROWS = 1000;

  function tableOf(chart) {
    const details = document.createElement("details");
    const summary = document.createElement("summary");
    summary.textContent = "Numbers of this chart";
    summary.setAttribute("aria-label", `Numbers of this chart: ${chart.label}`);
    const place = document.createElement("div");
    place.className = "scroll";
    place.tabIndex = 0;
    place.setAttribute("role", "region");
    place.setAttribute("aria-label", `Numbers of ${chart.label}`);
    details.append(summary, place);
    details.addEventListener("toggle", () => refreshTable(chart));
    Object.assign(chart, { details, place });
    return details;
  }

  function refreshTable(chart) {
    if (!chart.details.open) return;
    const numbers = chart.table();
    const table = document.createElement("table");
    const text = (value, column) => {
      if (typeof value !== "number") return value ?? "";
      return column === "t" ? fixed(value, 6) : decimal(value);
    };
    const addRow = (parent, cells, tag) => {
      const row = document.createElement("tr");
      for (const [i, value] of cells.entries()) {
        const cell = document.createElement(tag);
        if (tag === "th") cell.scope = "col";
        cell.textContent = text(value, numbers.columns[i]);
        if (typeof value === "number") cell.className = "number";
        row.append(cell);
      }
      parent.append(row);
    };
    addRow(table.createTHead(), numbers.columns, "th");
    const body = table.createTBody();
    numbers.rows.slice(0, MOST_ROWS).forEach((row) => addRow(body, row, "td"));
    if (numbers.rows.length > MOST_ROWS) {
      table.createCaption().textContent = `The first ${whole(MOST_ROWS)} of ${whole(numbers.rows.length)} rows; CSV has all.`;
    }
    chart.place.replaceChildren(table);
  }

  // ---- controls ------------------------------------------------------------------------------

  function fill(select, choices) {
    if (!select) return;
    for (const [value, text] of choices) {
      const option = document.createElement("option");
      option.value = value;
      option.textContent = text;
      select.append(option);
    }
  }

  const valueOf = (id, otherwise) => byId(id)?.value ?? otherwise;

  function onChange(ids, task) {
    ids.forEach((id) => byId(id)?.addEventListener("change", task));
  }

  const LETTER = 7.5;

  /** About how wide the longest of some labels is, but not wider than a quarter of a chart or so. */
  const widthOf = (names, width) => Math.min(Math.max(80, width / 4), 14 + LETTER * Math.max(...names.map((name) => name.length)));

  /**
   * An expression for the labels of an axis: names of layers or, of those that are too long, the
   * number of the layer and what is left without the middle, as they often begin or end alike.
   */
  function labelsOf(names, width) {
    const most = Math.floor(width / LETTER);
    const shortened = (text) => {
      const start = Math.ceil((most - 1) / 2);
      return text.length <= most ? text : `${text.slice(0, start)}…${text.slice(start + 1 - most)}`;
    };
    const labels = names.map((name, i) => [name, name.length <= most ? name : shortened(`${i + 1} ${name}`)]);
    return `(${JSON.stringify(Object.fromEntries(labels))})[datum.value]`;
  }

  const layerChoices = (layers) => layers.map((layer, i) => [String(i), layer ?? ALL_UNITS]);

  // ---- distribution --------------------------------------------------------------------------

  /** How many bins there are in an interval of length 1, and the number of the first: of one column. */
  const scaleOf = (network, layer) => ({ bins: network.all[layer].bins ?? network.bins, first: network.all[layer].first ?? 0, bounded: network.all[layer].bins === undefined });

  /** What paths are with the number 0, and with another, in the words of the metric or in general ones. */
  const isZero = (words) => `${words.symbol} = 0`;
  const isOther = (words) => `${words.symbol} ${words.negative ? "≠" : ">"} 0`;

  /**
   * The histogram of a headline of a run, or of one network of a study. The id is what the names of
   * its elements end in.
   */
  function distributionChart(distribution, words, id) {
    const networks = distribution.networks ?? [distribution];
    const labels = distribution.labels ?? [];
    const pairs = distribution.pairs ?? [];
    const paths = distribution.sample ? "sampled paths" : "paths";
    const at = (name) => `distribution-${name}${id}`;
    const network = () => networks[Number(valueOf(at("network"), 0))];
    fill(byId(at("network")), networks.map((one, i) => [String(i), one.name]));
    fillLayers();
    for (const side of ["from", "to"]) {
      fill(byId(at(side)), [["", "any"], ...labels.map((label) => [String(label), String(label)])]);
    }

    /** Keeps the choice where the network has a layer at that place. */
    function fillLayers() {
      const select = byId(at("layer"));
      if (!select) return;
      const before = select.value;
      select.replaceChildren();
      fill(select, layerChoices(network().layers));
      if (before !== "" && Number(before) < network().layers.length) select.value = before;
    }

    const chosen = () => ({
      layer: Number(valueOf(at("layer"), 0)),
      from: valueOf(at("from"), ""),
      to: valueOf(at("to"), ""),
    });

    /** The counts of what is chosen, in the bins from the first one of all paths on. */
    function histogram() {
      const { layer, from, to } = chosen();
      const all = network().all[layer];
      if (from === "" && to === "") return all;
      const sum = { zeros: 0, infinite: 0, counts: [] };
      for (const pair of pairs) {
        if (pair.layer === layer && (from === "" || String(pair.from) === from) && (to === "" || String(pair.to) === to)) {
          sum.zeros += pair.zeros;
          sum.infinite += pair.infinite ?? 0;
          const start = (pair.first ?? 0) - (all.first ?? 0);
          pair.counts.forEach((count, i) => (sum.counts[start + i] = (sum.counts[start + i] ?? 0) + count));
        }
      }
      sum.counts = Array.from(sum.counts, (count) => count ?? 0);
      return sum;
    }

    /** The numbers of a bin, in words. */
    function interval(low, high, bounded) {
      if (bounded) return `${low.toFixed(2)} to ${high.toFixed(2)}`;
      if (!words.whole) return `${decimal(low)} to ${decimal(high)}`;
      return high - low === 1 ? decimal(low) : `${decimal(low)} to ${decimal(high - 1)}`;
    }

    function rows() {
      const { zeros, counts } = histogram();
      const { bins, first, bounded } = scaleOf(network(), chosen().layer);
      const total = pathsOf({ zeros, counts });
      const list = counts.map((count, i) => {
        const [low, high] = [(first + i) / bins, (first + i + 1) / bins];
        return { low, high, count, share: total ? count / total : 0, range: interval(low, high, bounded), kind: "folded" };
      });
      return { list, zeros, total };
    }

    /** What each bar stands for. */
    function width() {
      const { bins } = scaleOf(network(), chosen().layer);
      if (!words.whole) return `an interval of width ${1 / bins}`;
      return bins === 1 ? "one number" : `${1 / bins} numbers`;
    }

    function caption() {
      const { zeros, total } = rows();
      const infinite = histogram().infinite ?? 0;
      const { layer, from, to } = chosen();
      const which = from === "" && to === "" ? "" : ` from ${from === "" ? "any class" : "class " + from} to ${to === "" ? "any class" : "class " + to}`;
      const units = layer === 0 ? "" : `, in the units of layer ${network().layers[layer]}`;
      const share = total ? ` (${percent(zeros / total)})` : "";
      const whose = networks.length > 1 ? `${network().name}: ` : "";
      const kept = layer > 0 && which && total === 0 && pairs.every((pair) => pair.layer === 0);
      const drawn = zeros === 0 || byId(at("flat")).checked ? "" : ", and not drawn";
      const flat = words.zero ? `are ${words.zero}, with ${isZero(words)}` : `have ${isZero(words)}`;
      const more = infinite > 0 ? ` On ${whole(infinite)} more the number is infinite; they are not drawn.` : "";
      return kept
        ? "With so many classes the distribution of each layer is kept for all paths together only."
        : `${whose}${whole(total)} ${paths}${which}${units}; ${whole(zeros)} of them${share} ${flat}${drawn}.${more} Each bar stands for ${width()}.`;
    }

    const describe = () => (byId(at("caption")).textContent = caption());

    /** From where to where the axis goes, where its ticks are, and where the bar of zeros stands. */
    function axis(width, flat) {
      const { layer } = chosen();
      const { bins, first, bounded } = scaleOf(network(), layer);
      const step = 1 / bins;
      const beside = (low) => ({ low: low - 2.5 * step, high: low - step });
      if (bounded) {
        const end = axisEnd(networks, layer);
        return { step, shift: 0, start: flat ? -3 * step : 0, end, zero: beside(0), ticks: { format: ".2~f", values: axisValues(end, width - 60) } };
      }
      // Bars of whole numbers stand with their middle at their number.
      const shift = words.whole ? -0.5 : 0;
      const count = Math.max(1, network().all[layer].counts.length);
      const low = (first > 0 && first <= count ? 0 : first) * step + shift;
      const end = (first + count) * step + shift;
      // Where a bar is one number, 0 has its own place among them.
      const own = words.whole && bins === 1 && low < 0 && end > 0;
      const values = niceTicks(low, end, Math.max(2, Math.floor((width - 60) / 60)), words.whole);
      const plain = Math.max(Math.abs(low), Math.abs(end)) < 1e5 && step > 1e-4;
      return { step, shift, start: flat && !own ? low - 3 * step : low, end, zero: own ? { low: -0.5, high: 0.5 } : beside(low), ticks: { format: plain ? ",~r" : ".3~s", values } };
    }

    const chart = addChart(at("chart"), `distribution of ${words.noun}`, {
      spec(width, colours) {
        const { list, zeros, total } = rows();
        const flat = byId(at("flat")).checked;
        const { step, shift, start, end, zero, ticks } = axis(width, flat);
        const bars = list.map((row) => ({ ...row, low: row.low + shift, high: row.high + shift }));
        const values = flat
          ? [{ ...zero, count: zeros, share: total ? zeros / total : 0, range: words.zero ? `0 (${words.zero})` : "0", kind: "flat" }, ...bars]
          : bars;
        const most = Math.max(1, ...values.map((row) => row.count));
        const [none, some] = [[words.zero, isZero(words)], [words.nonzero, isOther(words)]].map((parts) => JSON.stringify(parts.filter(Boolean).join(", ")));
        return {
          description: `Histogram of the ${words.noun} of the ${paths}${networks.length > 1 ? ` through ${network().name}` : ""}`,
          width, height: 280, autosize: { type: "fit", contains: "padding" },
          data: { values },
          params: [{ name: "hover", select: { type: "point", on: "pointerover", clear: "pointerout" } }],
          mark: { type: "bar", binSpacing: 1, stroke: colours.text },
          encoding: {
            x: { field: "low", bin: { binned: true, step }, type: "quantitative", title: words.label, scale: { domain: [start, end], nice: false, zero: false }, axis: { grid: false, ...ticks, labelOverlap: true } },
            x2: { field: "high" },
            y: { field: "count", type: "quantitative", stack: null, title: paths, scale: { type: valueOf(at("scale"), "linear"), domain: [0, most] }, axis: { format: most < 100000 ? ",d" : "~s", ...(valueOf(at("scale"), "linear") === "symlog" ? { values: powersOfTen(most) } : { tickCount: 6, tickMinStep: 1 }) } },
            color: {
              field: "kind", type: "nominal", title: null, scale: { domain: ["flat", "folded"], range: [colours.flat, colours.accent] },
              // A bar of its own beside the axis, which is not explained by it.
              legend: flat ? { orient: "top", direction: "horizontal", symbolType: "square", symbolStrokeWidth: 0, labelExpr: `datum.value === 'flat' ? ${none} : ${some}` } : null,
            },
            strokeWidth: { condition: { param: "hover", empty: false, value: 1.5 }, value: 0 },
            tooltip: [
              { field: "range", title: words.symbol },
              { field: "count", title: "paths", format: "," },
              { field: "share", title: "share", formatType: "asPercent", format: "2" },
            ],
          },
        };
      },
      words: () => ({ title: `Distribution of ${words.label}`, notes: [caption()] }),
      table() {
        const { list, zeros, total } = rows();
        return {
          columns: [`${words.symbol} from`, `${words.symbol} below`, "paths", "share"],
          rows: [[0, 0, zeros, total ? zeros / total : 0], ...list.map((row) => [row.low, row.high, row.count, row.share])],
        };
      },
    });

    function flatByDefault() {
      const { zeros, counts } = network().all[0];
      // A bar that is far higher than all others would flatten them.
      byId(at("flat")).checked = zeros <= 3 * Math.max(1, ...counts) || pathsOf({ zeros: 0, counts }) === 0;
    }

    function show() {
      describe();
      draw(chart);
    }

    onChange([at("network")], () => {
      fillLayers();
      flatByDefault();
      show();
    });
    onChange(["layer", "from", "to", "scale", "flat"].map(at), show);
    flatByDefault();
    describe();
    return chart;
  }

  /** 0 and the powers of ten up to a number. */
  const powersOfTen = (most) => [0, ...Array.from({ length: Math.floor(Math.log10(most)) + 1 }, (_, i) => 10 ** i)];

  const pathsOf = ({ zeros, counts }) => counts.reduce((sum, count) => sum + count, zeros);

  /** Where an axis of χ ends, at a tenth: the same for all networks, so that they can be compared. */
  function axisEnd(networks, layer) {
    const ends = networks.filter((one) => layer < one.all.length).map((one) => one.all[layer].counts.length / one.bins);
    return Math.max(0.1, Math.ceil(10 * Math.max(...ends)) / 10);
  }

  /** Round numbers at equal distances, at most so many; whole ones for whole numbers. */
  function niceTicks(low, end, most, wholeNumbers) {
    const power = 10 ** Math.floor(Math.log10((end - low) / most));
    const step = Math.max(wholeNumbers ? 1 : 0, power * [1, 2, 5, 10].find((one) => (end - low) / (one * power) <= most));
    const first = Math.ceil(low / step);
    return Array.from({ length: Math.floor(end / step) - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
  }

  function axisValues(end, width) {
    const fine = end > 0.5 ? 0.1 : end > 0.2 ? 0.05 : 0.02;
    const step = [0.02, 0.05, 0.1, 0.2].find((one) => one >= fine && (width * one) / end >= 40) ?? 0.5;
    return Array.from({ length: Math.round(end / step) + 1 }, (_, i) => Number((i * step).toFixed(2)));
  }

  // ---- distributions of the networks of a study ----------------------------------------------

  const DASHES = [[1, 0], [7, 3], [3, 2], [10, 3, 2, 3], [4, 5]];

  /**
   * A colour and dashes for each network: a hue for each group, and shades of it for its networks,
   * in their order.
   */
  function lineStyles(networks, colours) {
    const hues = [colours.accent, colours.second, colours.third, colours.flat, colours.soft];
    const groups = [...new Set(networks.map((one) => one.group))];
    const hueOf = (one) => groups.indexOf(one.group) % hues.length;
    return networks.map((one) => {
      const hue = hueOf(one);
      const alike = networks.filter((other) => hueOf(other) === hue);
      const share = alike.length > 1 ? (2 * alike.indexOf(one)) / (alike.length - 1) - 1 : 0;
      const colour = share < 0 ? mixed(hues[hue], colours.page, -0.4 * share) : mixed(hues[hue], colours.text, 0.6 * share);
      return { colour: `rgb(${colour.join(",")})`, dash: DASHES[hue] };
    });
  }

  /** Which share of the paths folds by at least so much: one falling line a network. */
  function tailsChart() {
    const { networks, sample } = data.distribution;
    const paths = sample ? "sampled paths" : "paths";
    const deepest = Math.max(...networks.map((one) => one.layers.length)) - 1;
    fill(byId("tail-layer"), [["0", ALL_UNITS], ...Array.from({ length: deepest }, (_, i) => [String(i + 1), `hidden layer ${i + 1}`])]);
    const layer = () => Number(valueOf("tail-layer", 0));
    const logarithmic = () => valueOf("tail-scale", "linear") === "log";
    const shown = () => networks.filter((one) => layer() < one.all.length);

    function tail(network) {
      const { zeros, counts } = network.all[layer()];
      const total = pathsOf({ zeros, counts });
      let left = total - zeros;
      const points = [0, ...counts].map((count, i) => {
        left -= count;
        return { chi: i / network.bins, paths: left, share: total ? left / total : 0, at: i === 0 ? "> 0" : `≥ ${(i / network.bins).toFixed(2)}` };
      });
      return points.map((point) => ({ ...point, name: network.name }));
    }

    const rows = () => shown().flatMap(tail);

    function caption() {
      const units = layer() === 0 ? "" : ` in the units of hidden layer ${layer()}`;
      const folded = shown().map((one) => ({ name: one.name, share: tail(one)[0].share })).sort((one, other) => one.share - other.share);
      const least = folded[0];
      const most = folded[folded.length - 1];
      const text = folded.length === 1
        ? `Of the ${paths} through ${least.name}, ${percent(least.share)} fold${units}.`
        : `The share of ${paths} that fold${units} is from ${percent(least.share)} (${least.name}) to ${percent(most.share)} (${most.name}).`;
      const without = networks.length - shown().length;
      return without === 0 ? text : `${text} ${without === 1 ? "One network has" : `${without} networks have`} no such layer.`;
    }

    const describe = () => (byId("tail-caption").textContent = caption());

    const chart = addChart("tail-chart", "shares of paths by folding", {
      spec(width, colours, saved) {
        const styles = lineStyles(networks, colours);
        const names = networks.map((one) => one.name);
        const values = logarithmic() ? rows().filter((row) => row.share > 0) : rows();
        const end = axisEnd(networks, layer());
        const least = Math.min(1, ...values.map((row) => row.share));
        const decades = Math.max(1, Math.ceil(-Math.log10(least)));
        const entries = shown().map((one) => one.name);
        const columns = Math.max(1, Math.min(entries.length, Math.floor((width - 60) / Math.min(width - 60, 46 + 7 * Math.max(...entries.map((name) => name.length))))));
        const legend = networks.length > 1
          ? { orient: "bottom", columns, values: entries, symbolType: "stroke", symbolSize: 500, symbolOpacity: 1, labelLimit: Math.min(300, width - 60), rowPadding: 3, columnPadding: 14 }
          : null;
        const y = logarithmic()
          ? { scale: { type: "log", domain: [10 ** -decades, 1] }, axis: { values: Array.from({ length: decades + 1 }, (_, i) => 10 ** -i), format: "~%" } }
          : { scale: { domain: [0, 1] }, axis: { format: ".0%", tickCount: 6 } };
        return {
          description: `Share of ${paths} by how much they fold at least, one line a network`,
          // What the legend takes is no longer there for the lines.
          width, height: 300 + (legend ? 30 + 20 * Math.ceil(entries.length / columns) : 0), autosize: { type: "fit", contains: "padding" },
          data: { values },
          encoding: {
            x: { field: "chi", type: "quantitative", title: "folding χ", scale: { domain: [0, end], nice: false }, axis: { grid: false, format: ".2~f", values: axisValues(end, width - 60), labelOverlap: true } },
            y: { field: "share", type: "quantitative", title: `share ${saved ? "of paths " : ""}with at least this χ`, titleLimit: 300, ...y },
            color: { field: "name", type: "nominal", title: null, scale: { domain: names, range: styles.map((one) => one.colour) }, legend },
            strokeDash: { field: "name", type: "nominal", title: null, scale: { domain: names, range: styles.map((one) => one.dash) }, legend },
          },
          layer: [
            {
              mark: { type: "line", clip: true },
              encoding: {
                strokeWidth: { condition: { param: "hover", empty: false, value: 3.5 }, value: 2 },
                opacity: { condition: { param: "hover", value: 1 }, value: 0.3 },
              },
            },
            {
              params: [{ name: "hover", select: { type: "point", fields: ["name"], nearest: true, on: "pointerover", clear: "pointerout" } }],
              mark: { type: "point", filled: true, size: 40, opacity: 0, cursor: networks.length > 1 ? "pointer" : "default" },
              encoding: {
                strokeDash: null,
                tooltip: [
                  { field: "name", title: "network" },
                  { field: "at", title: "χ" },
                  { field: "share", title: "share", formatType: "asPercent", format: "2" },
                  { field: "paths", title: paths, format: "," },
                ],
              },
            },
          ],
        };
      },
      drawn(view) {
        view.addEventListener("click", (event, item) => {
          // Nearest points are found by cells, whose datum holds that of the point.
          const name = item?.datum?.name ?? item?.datum?.datum?.name;
          const select = byId("distribution-network");
          if (select && name !== undefined) {
            select.value = String(networks.findIndex((one) => one.name === name));
            select.dispatchEvent(new Event("change"));
          }
        });
      },
      words: () => ({
        title: layer() === 0 ? "Share of paths by how much they fold at least" : `Share of paths by how much they fold at least in hidden layer ${layer()}`,
        notes: ["At 0: the share of paths that fold at all.", caption()],
      }),
      table: () => ({
        columns: ["network", "χ at least (at 0: above 0)", "share", paths],
        rows: rows().map((row) => [row.name, row.chi, row.share, row.paths]),
      }),
    });
    onChange(["tail-layer", "tail-scale"], () => {
      describe();
      draw(chart);
    });
    describe();
  }

  // ---- pairs of classes ----------------------------------------------------------------------

  const pairMeasures = (words) => [
    ["mean", `mean ${words.symbol}`, { formatType: "asDecimal" }],
    ["share", words.nonzero ? `share of ${words.nonzero} paths` : `share of paths with ${isOther(words)}`, { formatType: "asPercent" }],
    ["median", `median ${words.symbol}`, { formatType: "asDecimal" }],
    ["max", `greatest ${words.symbol}`, { formatType: "asDecimal" }],
    ["paths", "number of paths", { format: "," }],
  ];

  /** The same in a cell of the map: as many digits as there is room for. */
  function inCell(field, cell, high) {
    if (field === "share") return { formatType: "asPercent", format: "0" };
    if (field === "paths" || high >= 100) return { format: ".3~s" };
    return { formatType: "asFixed", format: String((cell >= 44 ? 3 : 2) - (high >= 10 ? 1 : 0)) };
  }

  function classesChart({ labels, layers, pairs }, words, id) {
    const measures = pairMeasures(words);
    const at = (name) => `classes-${name}${id}`;
    fill(byId(at("measure")), measures.map(([field, title]) => [field, title]));
    fill(byId(at("layer")), layerChoices(layers));
    const measure = () => measures.find(([field]) => field === valueOf(at("measure"), "mean"));
    const rows = () => pairs.filter((pair) => pair.layer === Number(valueOf(at("layer"), 0)));

    const chart = addChart(at("chart"), "pairs of classes", {
      renderer: () => (labels.length > 40 ? "canvas" : "svg"),
      spec(width, colours) {
        const [field, title] = measure();
        const numbers = rows().map((row) => row[field]).filter((number) => number !== null);
        const low = Math.min(...numbers);
        const high = Math.max(...numbers);
        const side = Math.max(160, Math.min(width - 70, 560, 56 * labels.length));
        const cell = side / labels.length;
        const values = rows().map((row) => {
          const share = high > low ? (row[field] - low) / (high - low) : 0.5;
          return { ...row, ink: legible(mixed(colours.low, colours.high, share)) };
        });
        const layer = [{
          params: [{ name: "cell", select: { type: "point", on: "pointerover", clear: "pointerout" } }],
          mark: { type: "rect", cursor: "pointer" },
          encoding: {
            color: {
              field, type: "quantitative", title: labels.length > 1 ? title : null,
              scale: { range: [colours.low, colours.high], interpolate: "rgb", domain: high > low ? [low, high] : [low - 1, high + 1], nice: false, zero: false },
              legend: high > low ? { format: field === "share" ? "~%" : "~g", orient: "bottom", direction: "horizontal", gradientLength: Math.min(260, side), gradientThickness: 12, tickCount: Math.min(4, Math.floor(side / 70)), titleLimit: 260 } : null,
            },
            stroke: { condition: { param: "cell", empty: false, value: colours.second }, value: colours.page },
            strokeWidth: { condition: { param: "cell", empty: false, value: 3 }, value: cell > 12 ? 1 : 0 },
            tooltip: [
              { field: "from", title: "from class" },
              { field: "to", title: "to class" },
              ...measures.map(([name, text, format]) => ({ field: name, title: text, ...format })),
            ],
          },
        }];
        if (cell >= 36) {
          layer.push({
            mark: { type: "text", fontSize: cell >= 46 ? 13 : 11, color: { expr: "datum.ink" } },
            encoding: { text: { field, type: "quantitative", ...inCell(field, cell, Math.max(Math.abs(low), Math.abs(high))) } },
          });
        }
        const axis = { labelAngle: 0, labelOverlap: true, domain: false, ticks: false };
        return {
          description: `Heat map of the ${title} by ordered pair of classes`,
          width: side, height: side,
          // The last label of the legend may reach beyond the map.
          padding: { left: 5, right: 20, top: 5, bottom: 5 },
          data: { values },
          encoding: {
            x: { field: "to", type: "ordinal", title: "to class", axis: { ...axis, orient: "top" }, scale: { domain: labels } },
            y: { field: "from", type: "ordinal", title: "from class", axis, scale: { domain: labels } },
          },
          layer,
        };
      },
      drawn(view) {
        view.addEventListener("click", (event, item) => {
          if (item?.datum && byId(`distribution-from${id}`) && "from" in item.datum) {
            byId(`distribution-from${id}`).value = String(item.datum.from);
            byId(`distribution-to${id}`).value = String(item.datum.to);
            byId(`distribution-to${id}`).dispatchEvent(new Event("change"));
          }
        });
      },
      words() {
        const chosen = layers[Number(valueOf(at("layer"), 0))];
        const [, title] = measure();
        const whose = data.networks || chosen === null ? chosen : `In the units of layer ${chosen}.`;
        return { title: `${capital(title)} by ordered pair of classes`, notes: [whose] };
      },
      table: () => ({
        columns: ["from class", "to class", ...measures.map(([, title]) => title)],
        rows: rows().map((row) => [row.from, row.to, ...measures.map(([field]) => row[field])]),
      }),
    });
    onChange([at("measure"), at("layer")], () => draw(chart));
  }

  // ---- layers --------------------------------------------------------------------------------

  function layersChart() {
    const sets = data.layers;
    fill(byId("layers-network"), sets.map((set, i) => [String(i), set.name]));
    const chosen = () => sets[Number(valueOf("layers-network", 0))];

    function panel(numbers, title, width, colours, labelled, labels) {
      const { names } = chosen();
      const quartiles = numbers.some((entry) => entry.q1 !== null);
      const y = { field: "layer", type: "nominal", sort: names, title: null, axis: labelled ? { labelExpr: labelsOf(names, labels), labelLimit: labels + 20, domain: false, ticks: false, offset: 10 } : null };
      const tooltip = (quartiles ? ["layer", "mean", "q1", "median", "q3", "max"] : ["layer", "mean"]).map((field) => ({ field, ...(field === "layer" ? {} : { formatType: "asDecimal" }), title: { q1: "lower quartile", q3: "upper quartile", max: "greatest" }[field] ?? field }));
      const x = (field) => ({ field, type: "quantitative", title, scale: { zero: true, nice: true }, axis: { tickCount: 5 } });
      return {
        width, height: { step: 26 },
        data: { values: names.map((layer, i) => ({ layer, ...numbers[i] })) },
        layer: [
          ...(quartiles
            ? [
                { mark: { type: "rule", strokeWidth: 3, opacity: 0.55, color: colours.accent }, encoding: { y, x: x("q1"), x2: { field: "q3" }, tooltip } },
                { mark: { type: "tick", thickness: 2.5, size: 16, color: colours.accent }, encoding: { y, x: x("median"), tooltip } },
              ]
            : []),
          { mark: { type: "point", filled: true, size: 60, opacity: 1, color: colours.second }, encoding: { y, x: x("mean"), tooltip } },
        ],
      };
    }

    const title = () => `${capital(chosen().panels.map((one) => one.noun).join(" and "))} by layer`;

    const chart = addChart("layers-chart", "layers", {
      spec(width, colours) {
        const { names, panels } = chosen();
        const side = width >= 640 && panels.length > 1;
        const labels = widthOf(names, width);
        const each = side ? (width - labels - 60) / 2 : width - labels - 40;
        const drawn = panels.map(({ label, numbers }, i) => panel(numbers, label, each, colours, !side || i % 2 === 0, labels));
        const rows = drawn.flatMap((one, i) => (i % 2 === 0 ? [{ hconcat: drawn.slice(i, i + 2), spacing: 24 }] : []));
        const parts = !side ? { vconcat: drawn } : rows.length === 1 ? rows[0] : { vconcat: rows };
        return { description: title(), ...parts, spacing: 24 };
      },
      words: () => ({
        title: title(),
        notes: [chosen().name, "Each layer’s units alone. Line: middle half of the paths; tick: median; dot: mean."],
      }),
      table() {
        const { names, panels } = chosen();
        return {
          columns: ["layer", ...panels.flatMap(({ symbol }) => ["mean", "lower quartile", "median", "upper quartile", "greatest"].map((number) => `${number} ${symbol}`))],
          rows: names.map((name, i) => [name, ...panels.flatMap(({ numbers }) => ["mean", "q1", "median", "q3", "max"].map((field) => numbers[i][field] ?? ""))]),
        };
      },
    });
    onChange(["layers-network"], () => draw(chart));
  }

  // ---- one walk ------------------------------------------------------------------------------

  const CURVES = [
    ["r2", "flips so far (r2)", "flips (r2)"],
    ["r1", "greatest distance so far (r1)", "greatest distance (r1)"],
    ["d", "distance from the start", "distance"],
  ];

  function walkChart() {
    const { layers, walks, by } = data.walks;
    const endName = (end) => (end.class !== undefined ? `class ${end.class}` : end.row !== undefined ? `row ${end.row}` : "point");
    fill(byId("walk-path"), walks.map((walk, i) => [String(i), `${walk.path}: ${endName(walk.start)} to ${endName(walk.end)}, ${by} = ${decimal(walk.value)}`]));
    fill(byId("walk-layer"), [["", "all"], ...layers.map((layer, i) => [String(i), layer])]);
    const walk = () => walks[Number(byId("walk-path").value)];
    const chosenLayer = () => byId("walk-layer").value;
    const view = { from: 0, to: 1 };

    function curve() {
      const { time, distance, range, length } = walk().curve;
      const rows = [{ t: 0, chi: 0, d: 0, r1: 0, r2: 0 }];
      time.forEach((t, i) => rows.push({ t, chi: 1 - range[i] / length[i], d: distance[i], r1: range[i], r2: length[i] }));
      const last = rows[rows.length - 1];
      if (last.t < 1) rows.push({ ...last, t: 1 });
      return rows;
    }

    function raster() {
      const { time, layer, away, back } = walk().raster;
      const rows = [];
      time.forEach((t, i) => {
        if (chosenLayer() !== "" && Number(chosenLayer()) !== layer[i]) return;
        if (away[i] > 0) rows.push({ t, layer: layers[layer[i]], kind: "away", units: away[i] });
        if (back[i] > 0) rows.push({ t, layer: layers[layer[i]], kind: "back", units: back[i] });
      });
      return rows;
    }

    function showEnds() {
      const place = byId("walk-ends");
      place.replaceChildren();
      for (const [text, end] of [["Start", walk().start], ["End", walk().end]]) {
        const figure = document.createElement("figure");
        if (end.image) {
          const image = document.createElement("img");
          image.className = "end";
          image.src = end.image;
          image.alt = `${text} of the path, ${endName(end)}`;
          figure.append(image);
        }
        const caption = document.createElement("figcaption");
        caption.textContent = `${text}: ${describeEnd(end)}`;
        figure.append(caption);
        place.append(figure);
      }
    }

    function describeEnd(end) {
      const parts = [];
      if (end.row !== undefined) parts.push(`row ${end.row}`);
      if (end.class !== undefined) parts.push(`class ${end.class}`);
      if (end.point) parts.push(`(${end.point.map((x) => decimal(x)).join(", ")})`);
      return parts.join(", ") || "a point";
    }

    const shownLayers = () => (chosenLayer() === "" ? layers : [layers[Number(chosenLayer())]]);

    const chart = addChart("walk-chart", "the walk along one path", {
      spec(width, colours, saved) {
        const left = Math.max(60, widthOf(layers, width));
        const narrow = width - left - 40 < 600;
        const inner = width - left - 40;
        const domain = { expr: "[tFrom, tTo]" };
        const x = (title) => ({ field: "t", type: "quantitative", title, scale: { domain, nice: false, zero: false }, axis: { labels: title !== null, ticks: title !== null, grid: true, tickCount: Math.min(8, Math.floor(inner / 50)) } });
        const fixed = { minExtent: left, maxExtent: left, titleLimit: 140, titleX: -50 };
        const tooltip = [
          { field: "t", formatType: "asFixed", format: "6" },
          { field: "chi", title: "χ so far", formatType: "asDecimal" },
          ...CURVES.map(([field, title]) => ({ field, title })),
        ];
        const rows = curve();
        // A line at the top is drawn whole.
        const most = 1.03 * Math.max(1, ...rows.map((row) => row.r2));
        const nearest = (name) => ({
          params: [{ name, select: { type: "point", nearest: true, on: "pointermove", clear: "pointerout", encodings: ["x"] } }],
          mark: { type: "rule", color: colours.soft, clip: true },
          encoding: { x: x(null), opacity: { condition: { param: name, empty: false, value: 1 }, value: 0 }, tooltip },
        });
        const step = layers.length > 12 ? 18 : 26;
        // The same for colours and dashes, so that it is one legend.
        const curveLegend = { orient: "top", direction: narrow ? "vertical" : "horizontal", labelLimit: 300, symbolType: "stroke", symbolSize: 400, offset: 4 };
        const names = CURVES.map(([, long, short]) => (narrow ? short : long));
        const parts = [
          {
            width: inner, height: 130, data: { name: "curve" },
            layer: [
              { mark: { type: "line", interpolate: "step-after", strokeWidth: 2, color: colours.accent, clip: true }, encoding: { x: x(null), y: { field: "chi", type: "quantitative", title: "folding χ so far", scale: { domain: [0, 1] }, axis: { ...fixed, tickCount: 5 } } } },
              nearest("hoverFolding"),
            ],
          },
          {
            width: inner, height: 130, data: { name: "curve" },
            layer: [
              ...CURVES.map(([field], i) => ({
                transform: [{ calculate: JSON.stringify(names[i]), as: "curve" }],
                mark: { type: "line", interpolate: "step-after", strokeWidth: 2, clip: true },
                encoding: {
                  x: x(null),
                  y: { field, type: "quantitative", title: "flips", scale: { domain: [0, most], nice: false }, axis: { ...fixed, tickCount: 5, tickMinStep: 1 } },
                  color: { field: "curve", type: "nominal", title: null, scale: { domain: names, range: [colours.soft, colours.third, colours.accent] }, legend: curveLegend },
                  strokeDash: { field: "curve", type: "nominal", title: null, scale: { domain: names, range: [[6, 3], [2, 2], [1, 0]] }, legend: curveLegend },
                },
              })),
              nearest("hoverDistance"),
            ],
          },
          {
            width: inner, height: { step: step / 2 }, data: { name: "raster" },
            mark: { type: "tick", thickness: 1.5, opacity: 1, clip: true, bandSize: step / 2 - 2 },
            encoding: {
              x: x("position t along the path"),
              y: { field: "layer", type: "nominal", title: null, sort: null, scale: { domain: shownLayers(), paddingInner: 0.15 }, axis: { ...fixed, labelExpr: labelsOf(layers, left - 6), labelLimit: left, grid: false, domain: false, ticks: false } },
              yOffset: { field: "kind", scale: { domain: ["away", "back"] } },
              color: { field: "kind", type: "nominal", title: null, scale: { domain: ["away", "back"], range: [colours.accent, colours.second] }, legend: { orient: "top", symbolType: "square", offset: 4, labelExpr: `datum.value === 'away' ? 'flips away${narrow ? "" : " from the first state"}' : 'flips back'`, labelLimit: 300, direction: narrow ? "vertical" : "horizontal" } },
              tooltip: [{ field: "t", formatType: "asFixed", format: "6" }, { field: "layer" }, { field: "kind", title: "flips" }, { field: "units", title: "bits" }],
            },
          },
          {
            width: inner, height: 34, data: { name: "curve" },
            params: [{ name: "brush", select: { type: "interval", encodings: ["x"] } }],
            mark: { type: "area", interpolate: "step-after", opacity: 0.5, color: colours.accent },
            encoding: {
              x: { field: "t", type: "quantitative", title: "drag here to zoom", scale: { domain: [0, 1], nice: false }, axis: { grid: false, tickCount: narrow ? 2 : 4 } },
              y: { field: "d", type: "quantitative", title: null, axis: { ...fixed, labels: false, ticks: false, grid: false, domain: false } },
            },
          },
        ];
        // There is nothing to drag on a picture.
        if (saved) parts.pop();
        return {
          description: `Folding along path ${walk().path} and the flips of each layer`,
          params: [{ name: "tFrom", value: view.from }, { name: "tTo", value: view.to }],
          datasets: { curve: rows, raster: raster() },
          vconcat: parts, spacing: 14,
          padding: { left: 2, right: 10, top: 8, bottom: 8 },
          resolve: { scale: { color: "independent", strokeDash: "independent", x: "independent" }, legend: { color: "independent", strokeDash: "independent" } },
        };
      },
      drawn(vega) {
        vega.addSignalListener("brush", (name, value) => {
          if (value.t) zoom(Math.max(0, value.t[0]), Math.min(1, value.t[1]), vega);
        });
      },
      words() {
        const { path, start, end, value } = walk();
        const part = view.from > 0 || view.to < 1 ? ` Shown is t from ${decimal(view.from)} to ${decimal(view.to)}.` : "";
        return {
          title: `Folding along path ${path}`,
          notes: [
            `From ${describeEnd(start)} to ${describeEnd(end)}; ${by} = ${decimal(value)}.${part}`,
            "χ so far is 1 − r1/r2, with r1 the greatest distance so far and r2 the number of flips so far.",
            chosenLayer() === "" ? "" : `At the bottom the flips in layer ${layers[Number(chosenLayer())]} only.`,
          ],
        };
      },
      table() {
        const rows = raster();
        const curves = curve();
        const at = new Map(curves.map((row) => [row.t, row]));
        return {
          columns: ["t", "layer", "flips away", "flips back", "χ so far", "distance", "r1", "r2"],
          rows: mergedByLayer(rows).map((row) => {
            const now = at.get(row.t);
            return [row.t, row.layer, row.away, row.back, now.chi, now.d, now.r1, now.r2];
          }),
        };
      },
    });

    function mergedByLayer(rows) {
      const merged = new Map();
      for (const row of rows) {
        const key = JSON.stringify([row.t, row.layer]);
        const entry = merged.get(key) ?? { t: row.t, layer: row.layer, away: 0, back: 0 };
        entry[row.kind] += row.units;
        merged.set(key, entry);
      }
      return [...merged.values()];
    }

    function zoom(from, to, vega) {
      if (!(to > from)) return;
      Object.assign(view, { from, to });
      byId("walk-from").value = Number(from.toFixed(4));
      byId("walk-to").value = Number(to.toFixed(4));
      const target = vega ?? chart.result?.view;
      if (target) target.signal("tFrom", from).signal("tTo", to).runAsync();
    }

    function show(index) {
      byId("walk-path").value = String(index);
      showEnds();
      draw(chart);
    }

    onChange(["walk-path"], () => show(byId("walk-path").value));
    onChange(["walk-layer"], () => draw(chart));
    onChange(["walk-from", "walk-to"], () => zoom(Number(byId("walk-from").value), Number(byId("walk-to").value)));
    byId("walk-reset").addEventListener("click", () => {
      zoom(0, 1);
      draw(chart);
    });
    document.querySelectorAll(".show-walk").forEach((button) =>
      button.addEventListener("click", () => {
        show(button.dataset.walk);
        byId("walk-path").focus({ preventScroll: true });
        byId("walk-heading").scrollIntoView({ behavior: "smooth" });
      }));
    showEnds();
  }

  // ---- networks of a study -------------------------------------------------------------------

  /** Networks against what they are built by, or states of trainings against the epoch. */
  function networksChart(id, label, axes, measures, shown) {
    if (axes.length === 0) return;
    fill(byId(`${id}-measure`), measures.map((measure) => [measure.field, measure.title]));
    fill(byId(`${id}-against`), axes.map((axis) => [axis.field, axis.title]));
    const measure = () => measures.find((one) => one.field === byId(`${id}-measure`).value);
    const axis = () => axes.find((one) => one.field === valueOf(`${id}-against`, axes[0].field));
    const values = () => shown.filter((row) => typeof row[measure().field] === "number" && typeof row[axis().field] === "number");
    const hasIntervals = () => values().length > 0 && values().every((row) => `${measure().field}_low` in row);
    const chart = addChart(`${id}-chart`, label, {
      spec(width, colours) {
        const { field, title } = measure();
        const against = axis();
        const groups = [...new Set(values().map((row) => row.group))];
        const tips = [...axes, ...measures.filter((one) => axes.every((other) => other.field !== one.field))];
        // The same networks by another order would be joined by lines that mean nothing.
        const joined = against.field !== "test_accuracy";
        return {
          description: `${title} against ${against.title}`,
          width, height: 320, autosize: { type: "fit", contains: "padding" },
          data: { values: values() },
          encoding: {
            x: { field: against.field, type: "quantitative", title: against.title, scale: { zero: false, nice: !against.whole, padding: 12 }, axis: { tickMinStep: against.whole ? 1 : undefined, tickCount: 10, format: against.whole ? ",d" : ".3~f" } },
            y: { field, type: "quantitative", title, axis: { titleLimit: 300 } },
            color: { field: "group", type: "nominal", title: null, scale: { domain: groups, range: [colours.accent, colours.second, colours.third, colours.flat, colours.soft] }, legend: groups.length > 1 || id === "training" ? { orient: "bottom", direction: width < 460 ? "vertical" : "horizontal", labelLimit: 300, symbolOpacity: 1 } : null },
            shape: { field: "group", type: "nominal", title: null, scale: { domain: groups, range: ["circle", "square", "triangle-up", "diamond", "cross"] } },
            tooltip: [{ field: "name", title: "network" }, ...tips.map((one) => ({ field: one.field, title: one.title, formatType: "asDecimal" }))],
          },
          layer: [
            ...(joined ? [{ mark: { type: "line", strokeWidth: 2, opacity: 0.7 }, encoding: { shape: null } }] : []),
            ...(hasIntervals()
              ? [{ mark: { type: "rule", strokeWidth: 1.5 }, encoding: { shape: null, y: { field: `${field}_low`, type: "quantitative", title }, y2: { field: `${field}_high` } } }]
              : []),
            { mark: { type: "point", filled: true, size: 80, opacity: 1 } },
          ],
        };
      },
      words: () => ({
        title: capital(`${measure().title} against ${axis().title}`),
        notes: [`One point for each ${id === "training" ? "state of a training that was kept" : "network"}.${hasIntervals() ? " Bars: intervals of 95 % confidence." : ""}`],
      }),
      table: () => ({
        columns: ["network", axis().title, measure().title],
        rows: values().map((row) => [row.name, row[axis().field], row[measure().field]]),
      }),
    });
    onChange([`${id}-measure`, `${id}-against`], () => draw(chart));
  }

  function networksCharts() {
    const { rows, measures, axes, training } = data.networks;
    // States of one training differ in nothing that a network is built by, so they have their own chart.
    const states = rows.filter((row) => row.training);
    const built = rows.filter((row) => !row.training);
    networksChart("networks", "networks", axes, measures, built.length > 0 ? built : states);
    networksChart("training", "training", training, measures, states);
  }

  // ---- folding along the path of a study -----------------------------------------------------

  const CURVE_WALKS = { "exact hidden": "exact, hidden units", "exact all": "exact, all units", "sampled all": "11 points, all units" };

  function curvesChart() {
    const parts = data.curves.map((curve) => {
      const [, representation, k] = /^cantornet:(\w+)\/(\d+)$/.exec(curve.name) ?? ["", curve.name, "0"];
      return { ...curve, representation, k: Number(k) };
    });
    const distinct = (field) => [...new Set(parts.map((part) => part[field]))];
    fill(byId("curves-representation"), distinct("representation").map((name) => [name, name]));
    fill(byId("curves-walk"), distinct("walk").map((walk) => [walk, CURVE_WALKS[walk] ?? walk]));
    const chosen = () => parts.filter((part) => part.representation === byId("curves-representation").value && part.walk === byId("curves-walk").value);
    const rows = () => chosen().flatMap(({ k, t, folding }) => {
      const points = [{ k, t: 0, chi: 0 }, ...t.map((time, i) => ({ k, t: time, chi: folding[i] }))];
      const last = points[points.length - 1];
      return last.t < 1 ? [...points, { ...last, t: 1 }] : points;
    });
    const chart = addChart("curves-chart", "folding along the path", {
      spec: (width, colours) => ({
        description: `Folding along the path, CantorNet ${byId("curves-representation").value}`,
        width, height: 320, autosize: { type: "fit", contains: "padding" },
        data: { values: rows() },
        mark: { type: "line", interpolate: "step-after", strokeWidth: 2 },
        encoding: {
          x: { field: "t", type: "quantitative", title: "position t along the path", scale: { domain: [0, 1] }, axis: { tickCount: width < 460 ? 5 : 10 } },
          y: { field: "chi", type: "quantitative", title: "folding χ so far", scale: { domain: [0, 1] } },
          color: { field: "k", type: "ordinal", title: "k", scale: { range: shades(chosen().length, colours) }, legend: { orient: width < 460 ? "bottom" : "right", columns: width < 460 ? Math.floor((width - 70) / 52) : 1, symbolType: "stroke", symbolSize: 200 } },
          tooltip: [{ field: "k" }, { field: "t", formatType: "asFixed", format: "6" }, { field: "chi", title: "χ so far", formatType: "asDecimal" }],
        },
      }),
      words: () => ({
        title: `Folding along the path, CantorNet ${byId("curves-representation").value}`,
        notes: [`Walk: ${CURVE_WALKS[byId("curves-walk").value] ?? byId("curves-walk").value} counted. χ of the part of the path from its start to t, for each number k of recursions.`],
      }),
      table: () => ({ columns: ["k", "t", "χ so far"], rows: rows().map((row) => [row.k, row.t, row.chi]) }),
    });
    onChange(["curves-representation", "curves-walk"], () => draw(chart));
  }

  /** As many colours as that, from one that can just be seen on the page to the strongest. */
  function shades(count, colours) {
    return Array.from({ length: count }, (_, i) => {
      const share = count > 1 ? i / (count - 1) : 1;
      const from = colours === DARK ? "#4d6a88" : "#86afd8";
      return `rgb(${mixed(from, colours.high, share).join(",")})`;
    });
  }

  // ---- the page ------------------------------------------------------------------------------

  function themeButton() {
    const button = byId("theme");
    const tell = () => (button.textContent = isDark() ? "Light colours" : "Dark colours");
    button.hidden = false;
    button.addEventListener("click", () => {
      document.documentElement.dataset.theme = isDark() ? "light" : "dark";
      tell();
      drawAll();
    });
    systemDark.addEventListener("change", () => {
      tell();
      drawAll();
    });
    tell();
  }

  function redrawOnResize() {
    let width = document.documentElement.clientWidth;
    let waiting;
    addEventListener("resize", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        if (document.documentElement.clientWidth !== width && !printing) {
          width = document.documentElement.clientWidth;
          drawAll();
        }
      }, 150);
    });
  }

  function drawForPaper() {
    addEventListener("beforeprint", () => {
      printing = true;
      drawAll();
    });
    addEventListener("afterprint", () => {
      printing = false;
      drawAll();
    });
  }

  themeButton();
  if (data.distribution?.networks) tailsChart();
  if (data.distribution) distributionChart(data.distribution, data.distribution.words, "");
  for (const { id, words, distribution, classes } of data.headlines ?? []) {
    if (distribution) distributionChart(distribution, words, id);
    if (classes) classesChart(classes, words, id);
  }
  if (data.layers) layersChart();
  if (data.walks) walkChart();
  if (data.networks) networksCharts();
  if (data.curves) curvesChart();
  redrawOnResize();
  drawForPaper();
  drawAll().then(() => (document.documentElement.dataset.drawn = "true"));
})();
