/* What a reader does: wheel, drag, keys, buttons and links. */

const CLICK_PIXELS = 4;

class Controls {
  constructor(series) {
    this.series = series;
    const { section, stack } = series;
    section.querySelector('.tools').hidden = false;
    section.querySelector('.tools').addEventListener('click', (event) => {
      const button = event.target.closest('button');
      if (button) this.act(button.dataset.action);
    });
    for (const episode of series.episodes) {
      const button = episode.item.querySelector('button');
      button.addEventListener('focus', () => this.select(episode));
      button.addEventListener('click', () => {
        this.select(episode);
        const box = stack.getBoundingClientRect();
        if (box.bottom < 80 || box.top > innerHeight - 80) stack.scrollIntoView({ block: 'start' });
      });
    }
    stack.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    stack.addEventListener('keydown', (event) => this.key(event));
    stack.addEventListener('pointerdown', (event) => this.press(event));
    stack.addEventListener('pointermove', (event) => this.hover(event));
    stack.addEventListener('pointerleave', () => this.read(-1));
    const more = section.querySelector('.more');
    if (more) more.addEventListener('toggle', () => series.redraw());
    const overview = section.querySelector('.overview');
    overview.addEventListener('pointerdown', (event) => {
      overview.setPointerCapture(event.pointerId);
      this.jump(event, overview);
    });
    overview.addEventListener('pointermove', (event) => {
      if (event.buttons) this.jump(event, overview);
    });
    new ResizeObserver(() => series.redraw()).observe(stack);
  }

  /** Where the plots are on the screen. */
  plot() {
    const box = this.series.section.querySelector('.lanes canvas').getBoundingClientRect();
    return { left: box.left + GUTTER, width: box.width - GUTTER };
  }

  timeAt(event) {
    const box = this.plot();
    const share = (event.clientX - box.left) / box.width;
    return this.series.from + share * (this.series.to - this.series.from);
  }

  select(episode) {
    if (episode === this.series.selected && episode !== null && this.isSeen(episode)) return;
    this.series.select(episode);
  }

  isSeen(episode) {
    return episode.begin >= this.series.from && episode.end <= this.series.to
      && this.series.to - this.series.from < 0.9 * (this.series.end - this.series.begin);
  }

  act(action) {
    const { series } = this;
    const middle = (series.from + series.to) / 2;
    switch (action) {
      case 'earlier': series.move(-0.25); break;
      case 'later': series.move(0.25); break;
      case 'in': series.zoom(0.5, middle); break;
      case 'out': series.zoom(2, middle); break;
      case 'previous': this.step(-1); break;
      case 'next': this.step(1); break;
      case 'reset': series.select(null); break;
    }
  }

  /** The next episode from the one that is selected, or the first in sight. */
  step(by) {
    const { episodes, selected, from } = this.series;
    if (episodes.length === 0) return;
    let at = episodes.indexOf(selected);
    if (at < 0) {
      at = episodes.findIndex((episode) => episode.begin >= from);
      at = by > 0 ? (at < 0 ? 0 : at) - 1 : at < 0 ? episodes.length : at;
    }
    const next = episodes[(at + by + episodes.length) % episodes.length];
    this.series.select(next);
    next.item.parentElement.scrollTop = next.item.offsetTop - next.item.parentElement.offsetTop - 8;
    this.say('Episode ' + next.name + ', ' + next.item.querySelector('p').textContent);
  }

  say(words) {
    this.series.section.querySelector('.spoken').textContent = words;
  }

  wheel(event) {
    const { series } = this;
    const across = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
    if (!across && !event.ctrlKey && !event.metaKey && document.activeElement !== series.stack) return;
    event.preventDefault();
    const pixels = (event.deltaMode === 1 ? 30 : 1) * (across ? event.deltaX || event.deltaY : event.deltaY);
    if (across) series.move(pixels / this.plot().width);
    else series.zoom(Math.exp(Math.max(-150, Math.min(150, pixels)) * 0.004), this.timeAt(event));
  }

  key(event) {
    if (event.target !== this.series.stack || event.altKey || event.ctrlKey || event.metaKey) return;
    const actions = {
      ArrowLeft: 'earlier', ArrowRight: 'later', '+': 'in', '=': 'in', '-': 'out', '0': 'reset',
      Home: 'reset', n: 'next', p: 'previous', N: 'next', P: 'previous',
    };
    if (actions[event.key]) this.act(actions[event.key]);
    else if (event.key === ',' || event.key === '.') this.walk(event.key === '.' ? 1 : -1);
    else if (event.key === 'Escape') this.read(-1);
    else return;
    event.preventDefault();
  }

  /** One row on. */
  walk(by) {
    const { series } = this;
    const begin = series.cursor >= 0 ? series.cursor + by : rowAt(series.times, (series.from + series.to) / 2);
    this.read(Math.max(0, Math.min(series.rows - 1, begin)));
    const time = series.times[series.cursor];
    if (time < series.from || time > series.to) series.look(series.from + time - (series.from + series.to) / 2, series.to + time - (series.from + series.to) / 2);
    this.say(series.spoken());
  }

  read(row) {
    this.series.cursor = row;
    if (this.series.view) this.series.showCursor();
  }

  hover(event) {
    const { series } = this;
    if (event.buttons || event.clientX < this.plot().left) return;
    const time = this.timeAt(event);
    const after = Math.min(series.rows - 1, rowAt(series.times, time));
    const before = Math.max(0, after - 1);
    this.read(time - series.times[before] < series.times[after] - time ? before : after);
  }

  /** A drag moves, a click goes to the episode under it. */
  press(event) {
    const { series } = this;
    if (event.button !== 0 || !event.target.closest('canvas')) return;
    const begin = { x: event.clientX, from: series.from, to: series.to, width: this.plot().width };
    let moved = false;
    const drag = (move) => {
      moved = moved || Math.abs(move.clientX - begin.x) > CLICK_PIXELS;
      const by = ((begin.x - move.clientX) / begin.width) * (begin.to - begin.from);
      if (moved) series.look(begin.from + by, begin.to + by);
    };
    const release = (up) => {
      series.stack.removeEventListener('pointermove', drag);
      series.stack.removeEventListener('pointerup', release);
      series.stack.removeEventListener('pointercancel', release);
      series.stack.classList.remove('moving');
      if (up.type === 'pointerup' && !moved) this.pick(this.timeAt(up));
    };
    series.stack.classList.add('moving');
    series.stack.setPointerCapture(event.pointerId);
    series.stack.addEventListener('pointermove', drag);
    series.stack.addEventListener('pointerup', release);
    series.stack.addEventListener('pointercancel', release);
  }

  pick(time) {
    const { series } = this;
    const near = (CLICK_PIXELS / this.plot().width) * (series.to - series.from);
    const away = (episode) => Math.max(0, episode.begin - time, time - episode.end);
    const found = series.episodes.filter((episode) => away(episode) <= near).sort((a, b) => away(a) - away(b))[0];
    if (found) {
      series.select(found);
      found.item.parentElement.scrollTop = found.item.offsetTop - found.item.parentElement.offsetTop - 8;
    }
  }

  /** Moves the stretch that is looked at to where the overview was touched. */
  jump(event, overview) {
    const { series } = this;
    const box = overview.getBoundingClientRect();
    const middle = series.begin + ((event.clientX - box.left) / box.width) * (series.end - series.begin);
    let span = series.to - series.from;
    if (span > 0.9 * (series.end - series.begin)) span /= 10;
    series.look(middle - span / 2, middle + span / 2);
  }
}

const shown = new Map();

/** Reads a series when it comes near, once. */
function show(section) {
  if (!shown.has(section)) {
    const series = new Series(section);
    shown.set(section, series.load().then(() => {
      new Controls(series);
      series.redraw();
      return series;
    }, (fault) => {
      section.classList.add('unread');
      series.stack.textContent = 'This browser cannot read the numbers: ' + fault.message + '. One of 2023 or newer can.';
    }));
  }
  return shown.get(section);
}

/** A link to an episode leads to it. */
async function follow() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target || !target.classList.contains('episode')) return;
  const series = await show(target.closest('.series'));
  const episode = series && series.episodes.find((candidate) => candidate.item === target);
  if (episode) {
    series.select(episode);
    series.section.scrollIntoView();
  }
}

document.documentElement.classList.add('scripted');
const near = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    if (entry.isIntersecting) {
      near.unobserve(entry.target);
      show(entry.target);
    }
  }
}, { rootMargin: '800px' });
for (const section of document.querySelectorAll('.series')) near.observe(section);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', async () => {
  for (const series of shown.values()) (await series)?.redraw();
});
addEventListener('hashchange', follow);
follow();
