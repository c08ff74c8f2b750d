// Gives the texts on the page whose contrast with what is behind them is below 4.5 to 1, after the
// definition of contrast in WCAG 2. Texts in cells of heat maps stand on the cell's colour.
() => {
  const parse = (colour) => {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 1;
    const pen = canvas.getContext("2d");
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data];
  };
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((c) => {
      const s = c / 255;
      return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const background = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour[3] === 255) return colour.slice(0, 3);
    }
    return [255, 255, 255];
  };
  const cells = [...document.querySelectorAll("[id^=classes-chart] .mark-rect path")];
  const behind = (element) => {
    if (element.closest("[id^=classes-chart] .mark-text")) {
      const box = element.getBoundingClientRect();
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const cell = cells.find((one) => {
        const c = one.getBoundingClientRect();
        return c.left <= x && x < c.right && c.top <= y && y < c.bottom;
      });
      if (cell) return parse(cell.getAttribute("fill")).slice(0, 3);
    }
    return background(element);
  };
  const faint = [];
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    if (!own || ["SCRIPT", "STYLE", "NOSCRIPT", "OPTION"].includes(element.tagName)) continue;
    const style = getComputedStyle(element);
    if (element.getClientRects().length === 0) continue;
    const colour = parse(element instanceof SVGElement ? element.getAttribute("fill") ?? style.fill : style.color);
    const ratio = contrast(colour.slice(0, 3), behind(element));
    if (ratio < 4.5) faint.push(`${ratio.toFixed(2)}: ${element.textContent.trim().slice(0, 40)}`);
  }
  return faint;
};
