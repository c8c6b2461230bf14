/* The drawings of one series as it is looked at now. */

/** With so many rows a pixel a line is an area. */
const CROWD = 40;

class Drawing {
  constructor(series) {
    this.series = series;
    this.colours = palette();
    const width = series.section.querySelector('.lanes canvas').clientWidth - GUTTER;
    this.view = new View(series.times, series.interval, series.from, series.to, Math.max(1, width));
  }

  /** From where to where on the paper, wide enough to be seen; nothing if it is elsewhere. */
  stretch(begin, end, least) {
    const left = this.view.x(begin), right = this.view.x(end);
    const wide = Math.max(least, right - left);
    const from = (left + right - wide) / 2;
    return from > this.view.width || from + wide < 0 ? null : [from, wide];
  }

  lanes() {
    const { pen, width, height } = prepare(this.series.section.querySelector('.lanes canvas'));
    withinPlot(pen, width, height, () => this.marks(pen, width));
  }

  marks(pen, width) {
    const { alarm, label, soft, panel, ink } = this.colours;
    const hatch = pattern(pen, soft, 'rising'), dots = pattern(pen, label, 'dots');
    for (const episode of this.series.episodes) {
      const at = this.stretch(episode.begin, episode.end, 4);
      if (!at) continue;
      pen.fillStyle = episode.held ? hatch : alarm;
      pen.fillRect(at[0], 3, at[1], 14);
      pen.strokeStyle = episode === this.series.selected ? ink : episode.held ? soft : alarm;
      pen.lineWidth = episode === this.series.selected ? 2 : 1;
      pen.strokeRect(at[0] + 0.5, 3.5, Math.max(1, at[1] - 1), 13);
      const seen = Math.max(0, at[0]);
      const name = episode.name + (episode.newNormal ? ' →' : '');
      const room = pen.measureText(name).width + 8;
      if (Math.min(width, at[0] + at[1]) - seen > room) {
        pen.fillStyle = episode.held ? panel : alarm;
        pen.fillRect(seen + 2, 5, room - 2, 10);
        pen.fillStyle = episode.held ? ink : panel;
        pen.fillText(name, seen + 4, 14);
      }
    }
    for (const [begin, end] of this.series.labels) {
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
    withinPlot(pen, this.view.width, height, () => this.shades(pen, height));
  }

  shades(pen, height) {
    const { alarm, label, soft, rule } = this.colours;
    if (this.series.warming > this.view.from) {
      pen.fillStyle = pattern(pen, rule, 'falling');
      pen.fillRect(0, 0, this.view.x(Math.min(this.view.to, this.series.warming)), height);
    }
    const dots = pattern(pen, label, 'dots');
    for (const [begin, end] of this.series.labels) {
      const at = this.stretch(begin, end, 2);
      if (!at) continue;
      pen.globalAlpha = 0.4;
      pen.fillStyle = dots;
      pen.fillRect(at[0], 0, at[1], height);
    }
    for (const episode of this.series.episodes) {
      const at = this.stretch(episode.begin, episode.end, 2);
      if (!at) continue;
      pen.fillStyle = episode.held ? soft : alarm;
      pen.globalAlpha = episode.held ? 0.13 : episode === this.series.selected ? 0.3 : 0.2;
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
      const room = low < high ? 0.6 * (high - low) : Number.MAX_VALUE;
      if (!(low <= high)) [low, high] = [least, most];
      else if (least <= most) {
        low = Math.min(low, Math.max(least, low - room));
        high = Math.max(high, Math.min(most, high + room));
      }
    }
    if (!(low <= high)) return [0, 1];
    const margin = low < high ? 0.07 * (high - low) : Math.abs(low) * 0.1 || 1;
    return [low - margin, high + margin];
  }

  /** What was measured and expected of a channel; empty until it is read. */
  channel(canvas, panel) {
    const { pen, width, height } = prepare(canvas);
    if (!panel) return;
    const [low, high] = this.bounds(panel);
    const y = (value) => height - ((value - low) / (high - low)) * height;
    this.shade(pen, height);
    this.leftAxis(pen, low, high, y, height);
    withinPlot(pen, width, height, () => this.lines(pen, panel, y));
  }

  /**
   * Where lines fall together into an area, what was measured gives way to the interval, and what
   * is beyond it stands out.
   */
  lines(pen, panel, y) {
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
    pen.globalAlpha = crowded ? 0.45 : 1;
    pen.strokeStyle = pen.fillStyle = ink;
    pen.lineWidth = this.view.dense ? 1 : 1.4;
    if (crowded) fillBetween(pen, this.view, panel.values, panel.values, y);
    else traceLine(pen, this.view, panel.values, y);
    pen.globalAlpha = 1;
    if (crowded) traceBeyond(pen, this.view, panel.values, panel.low, panel.high, y);
  }

  score(canvas) {
    const { pen, width, height } = prepare(canvas);
    const [, most] = this.series.scores.extremes(this.view.first, this.view.end);
    const top = 1.1 * Math.max(1, most);
    const base = height - 7;
    const y = (value) => base - (Math.max(0, value) / top) * base;
    this.shade(pen, base);
    this.leftAxis(pen, 0, top, y, base);
    withinPlot(pen, width, height, () => {
      pen.fillStyle = pen.strokeStyle = this.colours.soft;
      pen.globalAlpha = 0.3;
      fillBetween(pen, this.view, null, this.series.scores, y);
      pen.globalAlpha = 1;
      pen.lineWidth = 1;
      traceLine(pen, this.view, this.series.scores, y);
    });
    withinPlot(pen, width, height, () => this.blind(pen, base + 1));
  }

  /** Where there is no score. */
  blind(pen, top) {
    pen.fillStyle = pattern(pen, this.colours.ink, 'rising');
    this.view.forEach((x, from, to) => {
      if (this.series.statuses.extremes(from, to)[1] > 0) {
        const next = this.view.dense ? x + 1 : this.view.x(this.series.times[Math.min(this.series.rows - 1, to)]);
        pen.fillRect(x, top, Math.max(1, next - x), 6);
      }
    });
  }

  axis(canvas) {
    const { pen, width } = prepare(canvas);
    const { found, step } = timeTicks(this.view.from, this.view.to, Math.max(2, width / 90));
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
}
