/* Drawing on canvas: lines, bands, areas, shades and axes. It knows rows and pixels alone. */

/** Where values are written, left of each plot. */
const GUTTER = 46;
const SECOND = 1e3, MINUTE = 60e3, HOUR = 3600e3, DAY = 86400e3;
const TIME_STEPS = [1, 10, 100, SECOND, 5 * SECOND, 15 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE,
  30 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 4 * DAY, 7 * DAY, 14 * DAY];
const MONTH_STEPS = [1, 3, 6, 12, 24, 60, 120];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A stretch of time on so many pixels, and which rows fall on which. */
class View {
  constructor(times, interval, from, to, width) {
    Object.assign(this, { times, interval, from, to, width });
    this.first = Math.max(0, rowAt(times, from) - 1);
    this.end = Math.min(times.length, rowAt(times, to) + 1);
    this.dense = this.end - this.first > 2 * width;
    if (this.dense) {
      this.edges = new Int32Array(width + 1);
      for (let x = 0; x <= width; x++) this.edges[x] = rowAt(times, from + (x / width) * (to - from));
    }
  }

  x(time) {
    return ((time - this.from) / (this.to - this.from)) * this.width;
  }

  /** Whether rows were left out before this one. */
  isAfterBreak(row) {
    return this.interval > 0 && row > 0 && this.times[row] - this.times[row - 1] > 1.6 * this.interval;
  }

  /** Calls for each pixel that has rows, or for each row if there are few of them. */
  forEach(visit) {
    if (!this.dense) {
      for (let row = this.first; row < this.end; row++) visit(this.x(this.times[row]), row, row + 1);
      return;
    }
    for (let x = 0; x < this.width; x++) {
      if (this.edges[x] < this.edges[x + 1]) visit(x, this.edges[x], this.edges[x + 1]);
    }
  }
}

/** A canvas of an element's size, cleared, in CSS pixels from behind the gutter. */
function prepare(canvas) {
  const ratio = window.devicePixelRatio || 1;
  const width = canvas.clientWidth - GUTTER, height = canvas.clientHeight;
  canvas.width = Math.round(canvas.clientWidth * ratio);
  canvas.height = Math.round(height * ratio);
  const pen = canvas.getContext('2d');
  pen.setTransform(ratio, 0, 0, ratio, GUTTER * ratio, 0);
  pen.font = '11px system-ui, "DejaVu Sans", sans-serif';
  pen.lineJoin = 'round';
  return { pen, width, height };
}

/** Lets nothing be drawn beside the plot. */
function withinPlot(pen, width, height, draw) {
  pen.save();
  pen.beginPath();
  pen.rect(0, 0, width, height);
  pen.clip();
  draw();
  pen.restore();
}

/** Colours as the style has them now. */
function palette() {
  const style = getComputedStyle(document.documentElement);
  const colours = {};
  for (const name of ['panel', 'ink', 'soft', 'rule', 'causal', 'anchor', 'alarm', 'label']) {
    colours[name] = style.getPropertyValue('--' + name).trim();
  }
  return colours;
}

/** A pattern that stands for a colour where there is none: strokes or dots. */
function pattern(pen, colour, kind) {
  const tile = document.createElement('canvas');
  const ratio = window.devicePixelRatio || 1;
  tile.width = tile.height = 8 * ratio;
  const ink = tile.getContext('2d');
  ink.scale(ratio, ratio);
  ink.fillStyle = ink.strokeStyle = colour;
  ink.lineWidth = 1.2;
  if (kind === 'dots') {
    for (const [x, y] of [[2, 2], [6, 6]]) ink.fillRect(x - 0.9, y - 0.9, 1.8, 1.8);
  } else {
    const sign = kind === 'rising' ? -1 : 1;
    for (const shift of [-8, 0, 8]) {
      ink.moveTo(shift, sign < 0 ? 8 : 0);
      ink.lineTo(shift + 8, sign < 0 ? 0 : 8);
    }
    ink.stroke();
  }
  const made = pen.createPattern(tile, 'repeat');
  made.setTransform(new DOMMatrix().scale(1 / ratio));
  return made;
}

/** The first or last number of some rows. */
function edge(values, from, to, step) {
  for (let row = step > 0 ? from : to - 1; row >= from && row < to; row += step) {
    if (!Number.isNaN(values[row])) return values[row];
  }
  return NaN;
}

/** A line that looks as if all rows were drawn: of each pixel its first, least, greatest and last. */
function traceLine(pen, view, column, y) {
  let drawing = false;
  pen.beginPath();
  view.forEach((x, from, to) => {
    if (view.isAfterBreak(from)) drawing = false;
    const [low, high] = to - from > 1 ? column.extremes(from, to) : [column.values[from], column.values[from]];
    if (!(low <= high)) {
      drawing = false;
      return;
    }
    if (to - from === 1) {
      if (drawing) pen.lineTo(x, y(low));
      else {
        pen.moveTo(x - 0.7, y(low));
        pen.lineTo(x + 0.7, y(low));
      }
    } else {
      const begin = y(edge(column.values, from, to, 1));
      if (drawing) pen.lineTo(x, begin);
      else pen.moveTo(x, begin);
      pen.lineTo(x + 0.3, y(low));
      pen.lineTo(x + 0.6, y(high));
      pen.lineTo(x + 0.9, y(edge(column.values, from, to, -1)));
    }
    drawing = true;
  });
  pen.stroke();
}

/** The space between the least of one column and the greatest of another. */
function fillBetween(pen, view, low, high, y) {
  let piece = [];
  const finish = () => {
    if (piece.length > 0) {
      const wide = view.dense ? 1 : 0.7;
      pen.beginPath();
      for (const [x, , top] of piece) pen.lineTo(x, top);
      pen.lineTo(piece[piece.length - 1][0] + wide, piece[piece.length - 1][2]);
      pen.lineTo(piece[piece.length - 1][0] + wide, piece[piece.length - 1][1]);
      for (const [x, bottom] of piece.reverse()) pen.lineTo(x, bottom);
      pen.fill();
    }
    piece = [];
  };
  view.forEach((x, from, to) => {
    if (view.isAfterBreak(from)) finish();
    const bottom = low ? low.extremes(from, to)[0] : 0;
    const top = high.extremes(from, to)[1];
    if (Number.isFinite(bottom) && Number.isFinite(top)) piece.push([x, y(bottom), y(top)]);
    else finish();
  });
  finish();
}

/** Of each pixel with many rows, what reaches beyond the greatest or the least of an interval. */
function traceBeyond(pen, view, column, lowest, highest, y) {
  pen.beginPath();
  view.forEach((x, from, to) => {
    const [low, high] = column.extremes(from, to);
    const [bottom] = lowest.extremes(from, to);
    const [, top] = highest.extremes(from, to);
    for (const [inner, outer] of [[bottom, Math.min(bottom, low)], [top, Math.max(top, high)]]) {
      if (inner !== outer && Number.isFinite(inner) && Number.isFinite(outer)) {
        pen.moveTo(x + 0.5, y(inner));
        pen.lineTo(x + 0.5, y(outer));
      }
    }
  });
  pen.stroke();
}

/** Round values within two others, about so many. */
function ticks(low, high, count) {
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const share = rough / power;
  const step = power * (share < 1.5 ? 1 : share < 3.5 ? 2 : share < 7.5 ? 5 : 10);
  const round = [];
  const first = Math.ceil(low / step - 1e-9);
  for (let k = 0; k <= 3 * count && (first + k) * step <= high + 1e-9 * step; k++) round.push((first + k) * step);
  return { round, step };
}

function tickLabel(tick, step) {
  const value = tick === 0 ? 0 : tick;
  const size = Math.max(Math.abs(value), step);
  if (size >= 1e7 || step < 1e-5) return value === 0 ? '0' : value.toExponential(1);
  const digits = Math.max(0, Math.ceil(-Math.log10(step) - 1e-6));
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** Round times, at most so many. */
function timeTicks(from, to, most) {
  const step = TIME_STEPS.find((candidate) => (to - from) / candidate <= most);
  const found = [];
  if (step) {
    for (let time = Math.ceil(from / step) * step; time <= to; time += step) found.push(time);
    return { found, step };
  }
  const months = MONTH_STEPS.find((candidate) => (to - from) / (candidate * 30 * DAY) <= most) || 240;
  const begin = new Date(from);
  const first = Math.ceil((begin.getUTCFullYear() * 12 + begin.getUTCMonth()) / months) * months;
  for (let month = first; ; month += months) {
    const time = Date.UTC(Math.floor(month / 12), month % 12);
    if (time > to) break;
    if (time >= from) found.push(time);
  }
  return { found, step: months * 30 * DAY };
}

function timeLabel(time, step) {
  const date = new Date(time);
  const two = (number) => String(number).padStart(2, '0');
  const month = MONTHS[date.getUTCMonth()];
  if (step > 14 * DAY) return date.getUTCMonth() === 0 ? String(date.getUTCFullYear()) : month;
  if (time % DAY === 0) return date.getUTCDate() + ' ' + month;
  const minute = two(date.getUTCHours()) + ':' + two(date.getUTCMinutes());
  if (step >= MINUTE) return minute;
  return minute + ':' + two(date.getUTCSeconds()) + (step < SECOND ? '.' + String(time % 1e3).padStart(3, '0') : '');
}

/** A time as the lists say it. */
function moment(time) {
  return new Date(time).toISOString().replace('T', ' ').replace(/(:00)?(\.000)?Z$/, '');
}

function number(value) {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e9)) return value.toExponential(3);
  return value.toLocaleString('en', { maximumSignificantDigits: 6 });
}
