/* One series: its numbers, the stretch that is looked at, and what is said beside its drawings. */

const LEAST_ROWS = 8;

class Series {
  constructor(section) {
    this.section = section;
    this.rows = Number(section.dataset.rows);
    this.interval = Number(section.dataset.interval);
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
      newNormal: item.dataset.newNormal === 'true',
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
      const part = this.order.length > 1 && share ? ' ' + Math.round(100 * share.part) + ' %' : '';
      row.querySelector('.share').textContent = share ? share.sign + part : '';
    }
  }

  /** What is looked at, no finer than can be seen. */
  stretch() {
    const finest = this.to - this.from > 2 * HOUR ? MINUTE : this.to - this.from > 2 * MINUTE ? SECOND : 1;
    const [from, to] = [this.from, this.to].map((time) => moment(Math.round(time / finest) * finest));
    return from + ' to ' + to + ' UTC';
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
    const drawing = new Drawing(this);
    this.view = drawing.view;
    drawing.lanes();
    for (const row of this.order) {
      if (!row.closest('details:not([open])')) drawing.channel(row.querySelector('canvas'), this.panel(row));
    }
    drawing.score(this.section.querySelector('.row.score canvas'));
    drawing.axis(this.section.querySelector('.axis canvas'));
    const percent = (time) => (100 * (time - this.begin)) / (this.end - this.begin);
    this.brush.hidden = false;
    this.brush.style.left = percent(this.from) + '%';
    this.brush.style.width = percent(this.to) - percent(this.from) + '%';
    this.section.querySelector('.window').textContent = this.stretch();
    this.showCursor();
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
    score.textContent = seen ? score2(this.scores.values[row]) + STATUS_WORDS[this.statuses.values[row]] : '';
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
    return moment(this.times[this.cursor]) + ', score ' + score2(this.scores.values[this.cursor]) + ', ' + channels.join(', ');
  }
}

const STATUS_WORDS = ['', ' · warming up', ' · without a value'];

function score2(value) {
  return Number.isFinite(value) ? value.toFixed(2) : '–';
}

function number4(value) {
  if (!Number.isFinite(value)) return '–';
  return Math.abs(value) >= 1e6 || (value !== 0 && Math.abs(value) < 1e-3) ? value.toExponential(2) : value.toLocaleString('en', { maximumSignificantDigits: 4 });
}
