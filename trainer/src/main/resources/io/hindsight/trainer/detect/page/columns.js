/* From the text in the page back to numbers, and their extremes over any stretch. */

const BLOCK_ROWS = 512;
const HOLE = 0xffff;
const FANOUT = 16;

/** The bytes of an element's text, which then lets go of it. */
async function unpack(element) {
  const text = atob(element.textContent);
  element.remove();
  const packed = new Uint8Array(text.length);
  for (let k = 0; k < packed.length; k++) packed[k] = text.charCodeAt(k);
  const bytes = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Uint8Array(await new Response(bytes).arrayBuffer());
}

/** See PackedColumn: blocks of 16-bit codes with a scale of their own. */
function decodeColumn(bytes, rows) {
  const view = new DataView(bytes.buffer);
  const values = new Float64Array(rows);
  for (let row = 0, at = 0; row < rows; row += BLOCK_ROWS) {
    const count = Math.min(BLOCK_ROWS, rows - row);
    const offset = view.getFloat64(at, true);
    const step = view.getFloat64(at + 8, true);
    const differences = bytes[at + 16] === 1;
    at += 17;
    for (let k = 0, code = 0; k < count; k++) {
      const stored = bytes[at + k] | (bytes[at + count + k] << 8);
      code = differences ? (code + ((stored >>> 1) ^ -(stored & 1))) & 0xffff : stored;
      values[row + k] = code === HOLE ? NaN : offset + code * step;
    }
    at += 2 * count;
  }
  return values;
}

function decodeTimes(bytes, rows) {
  const times = new Float64Array(rows);
  let time = 0, interval = 0, at = 0;
  for (let row = 0; row < rows; row++) {
    let number = 0, scale = 1, byte;
    do {
      byte = bytes[at++];
      number += (byte & 0x7f) * scale;
      scale *= 128;
    } while (byte > 0x7f);
    interval += number % 2 ? -(number + 1) / 2 : number / 2;
    time += interval;
    times[row] = time;
  }
  return times;
}

/** The first row at or after a time. */
function rowAt(times, time) {
  let low = 0, high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle] < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Numbers with a pyramid of their extremes; what is no number counts for nothing. */
class Column {
  constructor(values) {
    this.values = values;
    this.levels = [];
    let below = { low: values, high: values };
    while (below.low.length > FANOUT) {
      below = Column.level(below);
      this.levels.push(below);
    }
  }

  static level(below) {
    const size = Math.ceil(below.low.length / FANOUT);
    const low = new Float64Array(size).fill(Infinity);
    const high = new Float64Array(size).fill(-Infinity);
    for (let k = 0; k < below.low.length; k++) {
      const bucket = (k / FANOUT) | 0;
      if (below.low[k] < low[bucket]) low[bucket] = below.low[k];
      if (below.high[k] > high[bucket]) high[bucket] = below.high[k];
    }
    return { low, high };
  }

  /** Least and greatest of the rows from one up to another; Infinity and -Infinity of none. */
  extremes(from, to) {
    let low = Infinity, high = -Infinity;
    for (let row = from; row < to; ) {
      let size = 1, level = -1;
      while (level + 1 < this.levels.length && row % (size * FANOUT) === 0 && row + size * FANOUT <= to) {
        size *= FANOUT;
        level++;
      }
      const least = level < 0 ? this.values[row] : this.levels[level].low[row / size];
      const most = level < 0 ? least : this.levels[level].high[row / size];
      if (least < low) low = least;
      if (most > high) high = most;
      row += size;
    }
    return [low, high];
  }
}
