/* One series: its numbers, the stretch that is looked at, and its drawings. */

const LEAST_ROWS = 8;

/** With so many rows a pixel a line is an area. */
const CROWD = 40;

class Series {
  constructor(section) {
    this.section = section;
    this.rows = Number(section.dataset.rows);
    this.interval = Number(section.dataset.interval);
    this.threshold = section.dataset.threshold === '' ? NaN : Number(section.dataset.threshold);
    this.warming = section.dataset.warming === '' ? -Infinity : Number(section.dataset.warming);
    this.labels = section.dataset.labels.split(' ').filter(Boolean).map((pair) => pair.split(':').map(Number));
    this.episodes = [...section.querySelectorAll('.episode')].map(Series.episode);
    this.stack = section.querySelector('.stack');
    this.cross = section.querySelector('.cross');
    this.brush = section.querySelector('.brush');
    this.order = [...section.querySelectorAll('.channel')];
    this.open = section.querySelector('.rows.open').children.length;
    this.panels = new Map();
    this.selected = null;
    this.cursor = -1;
  }

  static episode(item) {
    const shares = new Map();
    for (const share of item.dataset.shares.split(' ').filter(Boolean)) {
      const [channel, part, sign] = share.split(':');
      shares.set(channel, { part: Number(part), sign });
    }
    return {
      item, shares,
      begin: Number(item.dataset.begin),
      end: Number(item.dataset.end),
      held: item.classList.contains('suppressed'),
      newNormal: item.querySelector('.new-normal') !== null,
      name: item.querySelector('b').textContent,
    };
  }

  /** Reads what all drawings need; channels are read when they are first seen. */
  async load() {
    const find = (name) => this.section.querySelector('[data-column=' + name + ']');
    this.times = decodeTimes(await unpack(find('times')), this.rows);
    this.scores = new Column(decodeColumn(await unpack(find('scores')), this.rows));
    this.statuses = new Column(await unpack(find('statuses')));
    this.begin = this.times[0];
    this.end = this.times[this.rows - 1];
    if (this.begin === this.end) this.end += 1;
    this.usual = (this.end - this.begin) / Math.max(1, this.rows - 1);
    this.from = this.begin;
    this.to = this.end;
  }

  /** The numbers of a channel's row, as soon as they are read. */
  panel(row) {
    if (!this.panels.has(row)) {
      this.panels.set(row, null);
      this.read(row).then((panel) => {
        this.panels.set(row, panel);
        this.redraw();
      });
    }
    return this.panels.get(row);
  }

  async read(row) {
    const column = async (name) => {
      const element = row.querySelector('[data-column=' + name + ']');
      return element ? decodeColumn(await unpack(element), this.rows) : null;
    };
    const panel = { values: new Column(await column('values')), expected: null };
    const expected = await column('expected');
    if (expected) {
      const below = await column('below'), above = await column('above');
      for (let k = 0; k < this.rows; k++) {
        below[k] = expected[k] - below[k];
        above[k] = expected[k] + above[k];
      }
      Object.assign(panel, { expected: new Column(expected), low: new Column(below), high: new Column(above) });
    }
    return panel;
  }

  /** Looks at another stretch, as much of it as there is. */
  look(from, to) {
    const whole = this.end - this.begin;
    const least = Math.min(whole, LEAST_ROWS * Math.min(this.usual, this.interval || this.usual));
    const span = Math.max(least, Math.min(whole, to - from));
    const middle = (from + to) / 2;
    this.from = Math.max(this.begin, Math.min(this.end - span, middle - span / 2));
    this.to = this.from + span;
    this.redraw();
  }

  /** Zooms by a factor around a time that stays where it is. */
  zoom(factor, around) {
    this.look(around - (around - this.from) * factor, around + (this.to - around) * factor);
  }

  move(share) {
    const by = share * (this.to - this.from);
    this.look(this.from + by, this.to + by);
  }

  /** Goes to an episode; its channels come first. Without one, all of the series is seen. */
  select(episode) {
    this.selected = episode;
    for (const other of this.episodes) {
      other.item.classList.toggle('selected', other === episode);
      other.item.querySelector('button').setAttribute('aria-pressed', other === episode);
    }
    this.arrange(episode ? episode.shares : new Map());
    if (!episode) {
      this.look(this.begin, this.end);
      return;
    }
    const room = Math.max(2 * (episode.end - episode.begin), 60 * (this.interval || this.usual));
    this.look(episode.begin - room, episode.end + room);
  }

  arrange(shares) {
    const part = (row) => (shares.get(row.dataset.channel) || { part: 0 }).part;
    const sorted = [...this.order].sort((a, b) => part(b) - part(a));
    const [open, folded] = this.section.querySelectorAll('.rows');
    open.append(...sorted.slice(0, this.open));
    if (folded) folded.append(...sorted.slice(this.open));
    for (const row of this.order) {
      const share = shares.get(row.dataset.channel);
      row.querySelector('.share').textContent = share ? share.sign + ' ' + Math.round(100 * share.part) + ' %' : '';
    }
  }

  redraw() {
    if (this.pending || !this.times) return;
    this.pending = true;
    requestAnimationFrame(() => {
      this.pending = false;
      this.draw();
    });
  }

  draw() {
    const lanes = this.section.querySelector('.lanes canvas');
    const width = Math.max(1, lanes.clientWidth - GUTTER);
    this.colours = palette();
    this.view = new View(this.times, this.interval, this.from, this.to, width);
    this.drawLanes(lanes);
    for (const row of this.order) {
      if (row.offsetParent !== null) this.drawChannel(row);
    }
    this.drawScore(this.section.querySelector('.row.score canvas'));
    this.drawAxis(this.section.querySelector('.axis canvas'));
    const percent = (time) => (100 * (time - this.begin)) / (this.end - this.begin);
    this.brush.hidden = false;
    this.brush.style.left = percent(this.from) + '%';
    this.brush.style.width = percent(this.to) - percent(this.from) + '%';
    this.section.querySelector('.window').textContent = moment(Math.round(this.from)) + ' to ' + moment(Math.round(this.to)) + ' UTC';
    this.showCursor();
  }

  /** From where to where on the paper, wide enough to be seen; nothing if it is elsewhere. */
  stretch(begin, end, least) {
    const left = this.view.x(begin), right = this.view.x(end);
    const wide = Math.max(least, right - left);
    const from = (left + right - wide) / 2;
    return from > this.view.width || from + wide < 0 ? null : [from, wide];
  }

  drawLanes(canvas) {
    const { pen, width, height } = prepare(canvas);
    withinPlot(pen, width, height, () => this.drawMarks(pen, width));
  }

  drawMarks(pen, width) {
    const { alarm, label, soft, panel, ink } = this.colours;
    const hatch = pattern(pen, soft, 'rising'), dots = pattern(pen, label, 'dots');
    for (const episode of this.episodes) {
      const at = this.stretch(episode.begin, episode.end, 4);
      if (!at) continue;
      pen.fillStyle = episode.held ? hatch : alarm;
      pen.fillRect(at[0], 3, at[1], 14);
      pen.strokeStyle = episode === this.selected ? ink : episode.held ? soft : alarm;
      pen.lineWidth = episode === this.selected ? 2 : 1;
      pen.strokeRect(at[0] + 0.5, 3.5, Math.max(1, at[1] - 1), 13);
      const seen = Math.max(0, at[0]);
      if (Math.min(width, at[0] + at[1]) - seen > pen.measureText(episode.name).width + 6) {
        pen.fillStyle = episode.held ? ink : panel;
        pen.fillText(episode.name + (episode.newNormal ? ' →' : ''), seen + 4, 14);
      }
    }
    for (const [begin, end] of this.labels) {
      const at = this.stretch(begin, end, 4);
      if (!at) continue;
      pen.fillStyle = dots;
      pen.fillRect(at[0], 23, at[1], 12);
      pen.strokeStyle = label;
      pen.lineWidth = 1;
      pen.setLineDash([3, 2]);
      pen.strokeRect(at[0] + 0.5, 23.5, Math.max(1, at[1] - 1), 11);
      pen.setLineDash([]);
    }
  }

  /** What lies behind a drawing: labels as dots, episodes as a shade, warming up as strokes. */
  shade(pen, height) {
    withinPlot(pen, this.view.width, height, () => this.drawShades(pen, height));
  }

  drawShades(pen, height) {
    const { alarm, label, soft, rule } = this.colours;
    if (this.warming > this.from) {
      pen.fillStyle = pattern(pen, rule, 'falling');
      pen.fillRect(0, 0, this.view.x(Math.min(this.to, this.warming)), height);
    }
    const dots = pattern(pen, label, 'dots');
    for (const [begin, end] of this.labels) {
      const at = this.stretch(begin, end, 2);
      if (!at) continue;
      pen.globalAlpha = 0.4;
      pen.fillStyle = dots;
      pen.fillRect(at[0], 0, at[1], height);
    }
    for (const episode of this.episodes) {
      const at = this.stretch(episode.begin, episode.end, 2);
      if (!at) continue;
      pen.fillStyle = episode.held ? soft : alarm;
      pen.globalAlpha = episode.held ? 0.13 : episode === this.selected ? 0.3 : 0.2;
      pen.fillRect(at[0], 0, at[1], height);
    }
    pen.globalAlpha = 1;
  }

  leftAxis(pen, low, high, y, height) {
    const { round, step } = ticks(low, high, Math.max(2, height / 45));
    pen.strokeStyle = this.colours.rule;
    pen.lineWidth = 1;
    pen.beginPath();
    for (const tick of round) {
      pen.moveTo(0, Math.round(y(tick)) + 0.5);
      pen.lineTo(this.view.width, Math.round(y(tick)) + 0.5);
    }
    pen.stroke();
    pen.fillStyle = this.colours.soft;
    pen.textAlign = 'right';
    for (const tick of round) {
      pen.fillText(tickLabel(tick, step), -5, Math.max(9, Math.min(height - 2, y(tick) + 4)));
    }
  }

  /** By what is measured; the band may reach out of the drawing. */
  bounds(panel) {
    let [low, high] = panel.values.extremes(this.view.first, this.view.end);
    if (panel.expected) {
      const [least] = panel.low.extremes(this.view.first, this.view.end);
      const [, most] = panel.high.extremes(this.view.first, this.view.end);
      const room = low < high ? 0.6 * (high - low) : Infinity;
      if (least <= most) {
        low = Math.min(low, Math.max(least, low - room));
        high = Math.max(high, Math.min(most, high + room));
      }
    }
    if (!(low <= high)) return [0, 1];
    const margin = low < high ? 0.07 * (high - low) : Math.abs(low) * 0.1 || 1;
    return [low - margin, high + margin];
  }

  drawChannel(row) {
    const panel = this.panel(row);
    const { pen, width, height } = prepare(row.querySelector('canvas'));
    if (!panel) return;
    const [low, high] = this.bounds(panel);
    const y = (value) => height - ((value - low) / (high - low)) * height;
    this.shade(pen, height);
    this.leftAxis(pen, low, high, y, height);
    withinPlot(pen, width, height, () => this.drawLines(pen, panel, y));
  }

  /**
   * Where lines fall together into an area, what was measured gives way to the interval, and what
   * is beyond it stands out.
   */
  drawLines(pen, panel, y) {
    const { causal, ink } = this.colours;
    const crowded = panel.expected && this.view.dense && this.view.end - this.view.first > CROWD * this.view.width;
    if (panel.expected) {
      pen.globalAlpha = crowded ? 0.35 : 0.2;
      pen.fillStyle = causal;
      fillBetween(pen, this.view, panel.low, panel.high, y);
      pen.globalAlpha = 0.85;
      pen.strokeStyle = causal;
      pen.lineWidth = 1;
      if (!crowded) traceLine(pen, this.view, panel.expected, y);
    }
    pen.globalAlpha = crowded ? 0.4 : 1;
    pen.strokeStyle = ink;
    pen.lineWidth = this.view.dense ? 1 : 1.4;
    traceLine(pen, this.view, panel.values, y);
    pen.globalAlpha = 1;
    if (crowded) traceBeyond(pen, this.view, panel.values, panel.low, panel.high, y);
  }

  drawScore(canvas) {
    const { pen, width, height } = prepare(canvas);
    const [, most] = this.scores.extremes(this.view.first, this.view.end);
    const top = 1.1 * Math.max(1, most, Number.isNaN(this.threshold) ? 0 : 1.15 * this.threshold);
    const base = height - 7;
    const y = (value) => base - (Math.max(0, value) / top) * base;
    this.shade(pen, base);
    this.leftAxis(pen, 0, top, y, base);
    const area = (colour, line) => {
      pen.fillStyle = pen.strokeStyle = colour;
      pen.globalAlpha = 0.3;
      fillBetween(pen, this.view, null, this.scores, y);
      pen.globalAlpha = 1;
      pen.lineWidth = line;
      traceLine(pen, this.view, this.scores, y);
    };
    withinPlot(pen, width, height, () => area(this.colours.soft, 1));
    if (!Number.isNaN(this.threshold)) {
      const line = y(this.threshold);
      pen.save();
      pen.beginPath();
      pen.rect(0, 0, width, line);
      pen.clip();
      area(this.colours.over, 1.8);
      pen.restore();
      pen.strokeStyle = this.colours.over;
      pen.lineWidth = 1;
      pen.setLineDash([6, 4]);
      pen.beginPath();
      pen.moveTo(0, line);
      pen.lineTo(width, line);
      pen.stroke();
      pen.setLineDash([]);
    }
    withinPlot(pen, width, height, () => this.drawBlind(pen, base + 1));
  }

  /** Where there is no score. */
  drawBlind(pen, top) {
    pen.fillStyle = pattern(pen, this.colours.ink, 'rising');
    this.view.forEach((x, from, to) => {
      if (this.statuses.extremes(from, to)[1] > 0) {
        const next = this.view.dense ? x + 1 : this.view.x(this.times[Math.min(this.rows - 1, to)]);
        pen.fillRect(x, top, Math.max(1, next - x), 6);
      }
    });
  }

  drawAxis(canvas) {
    const { pen, width } = prepare(canvas);
    const { found, step } = timeTicks(this.from, this.to, Math.max(2, width / 90));
    pen.strokeStyle = pen.fillStyle = this.colours.soft;
    pen.textAlign = 'center';
    pen.beginPath();
    for (const time of found) {
      const x = Math.round(this.view.x(time)) + 0.5;
      pen.moveTo(x, 0);
      pen.lineTo(x, 5);
      const text = timeLabel(time, step);
      const half = pen.measureText(text).width / 2;
      pen.fillText(text, Math.max(half, Math.min(width - half, x)), 17);
    }
    pen.stroke();
  }

  /** Reads the row at the cursor, in words beside the drawings. */
  showCursor() {
    const row = this.cursor;
    const time = row >= 0 ? this.times[row] : NaN;
    const seen = time >= this.from && time <= this.to;
    this.cross.hidden = !seen;
    const canvas = this.section.querySelector('.lanes canvas');
    this.cross.style.left = canvas.offsetLeft + GUTTER + (seen ? this.view.x(time) : 0) + 'px';
    for (const channel of this.order) {
      const panel = this.panels.get(channel);
      channel.querySelector('.reading').textContent = seen && panel ? Series.words(panel, row) : '';
    }
    const score = this.section.querySelector('.row.score .reading');
    score.textContent = seen ? number(this.scores.values[row]) + STATUS_WORDS[this.statuses.values[row]] : '';
    this.section.querySelector('.axis .label span').textContent = seen ? moment(time) : 'UTC';
  }

  static words(panel, row) {
    const value = number(panel.values.values[row]);
    if (!panel.expected || Number.isNaN(panel.expected.values[row])) return value;
    const low = number4(panel.low.values[row]), high = number4(panel.high.values[row]);
    return value + ' · exp. ' + number4(panel.expected.values[row]) + ' (' + low + ' to ' + high + ')';
  }

  /** All of what is read at the cursor, to be spoken. */
  spoken() {
    const channels = this.order.slice(0, this.open).map((row) => row.querySelector('b').textContent + ' ' + row.querySelector('.reading').textContent);
    return moment(this.times[this.cursor]) + ', score ' + number(this.scores.values[this.cursor]) + ', ' + channels.join(', ');
  }
}

const STATUS_WORDS = ['', ' · warming up', ' · waiting for a model', ' · no reading came', ' · not used'];

function number4(value) {
  if (!Number.isFinite(value)) return '–';
  return Math.abs(value) >= 1e6 || (value !== 0 && Math.abs(value) < 1e-3) ? value.toExponential(2) : value.toLocaleString('en', { maximumSignificantDigits: 4 });
}
