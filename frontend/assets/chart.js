// <relais-chart>: temperatures over time, drawn by uPlot. The server has reduced them: each column has the lowest and the highest
// temperature of its stretch, so that no extreme is lost. What a person zooms into is asked for anew.
(() => {
  if (customElements.get('relais-chart')) {
    return;
  }

  const SERIES = 6;
  const FONT = '12px system-ui';
  const GAP = 16;
  const DASHES = [[], [8, 4], [3, 3], [12, 4, 3, 4], [16, 6], [2, 5]];
  const KEYS = { '+': 'closer', '=': 'closer', '-': 'wider', PageUp: 'earlier', PageDown: 'later', 0: 'whole', Escape: 'whole' };

  const node = (tag, className, text) => {
    const made = document.createElement(tag);
    made.className = className;
    made.textContent = text ?? '';
    return made;
  };

  class Chart extends HTMLElement {
    connectedCallback() {
      // Set before the script was there, it hides the setter.
      if (Object.hasOwn(this, 'picture')) {
        const early = this.picture;
        delete this.picture;
        this.picture = early;
      }
      this.sizes = new ResizeObserver(() => this.fit());
      this.sizes.observe(this);
      this.looks = new MutationObserver(() => this.draw());
      this.looks.observe(document.documentElement, { attributes: true, attributeFilter: ['data-appearance'] });
      this.dark = window.matchMedia('(prefers-color-scheme: dark)');
      this.onDark = () => this.draw();
      this.dark.addEventListener('change', this.onDark);
      this.draw();
    }

    disconnectedCallback() {
      this.sizes.disconnect();
      this.looks.disconnect();
      this.dark.removeEventListener('change', this.onDark);
      this.plot?.destroy();
      this.plot = null;
    }

    get picture() {
      return this.text;
    }

    set picture(text) {
      this.text = text;
      this.data = text ? JSON.parse(text) : null;
      this.draw();
    }

    color(name) {
      this.probe.style.color = `var(${name})`;
      return getComputedStyle(this.probe).color;
    }

    height() {
      return Math.round(Math.min(440, Math.max(260, this.clientWidth * 0.45)));
    }

    fit() {
      if (this.plot && this.clientWidth > 0 && this.clientWidth !== this.plot.width) {
        this.plot.setSize({ width: this.clientWidth, height: this.height() });
      }
    }

    frame() {
      this.place = node('div', 'chart-plot');
      this.place.tabIndex = 0;
      this.place.setAttribute('role', 'application');
      this.place.addEventListener('keydown', (event) => this.key(event));
      this.readout = node('div', 'chart-readout');
      this.readout.setAttribute('role', 'status');
      this.probe = node('span', '');
      this.probe.hidden = true;
      this.append(this.place, this.readout, this.probe);
    }

    draw() {
      if (!this.isConnected || !this.data || !window.uPlot) {
        return;
      }
      if (!this.place) {
        this.frame();
      }
      this.plot?.destroy();
      this.place.setAttribute('aria-label', `${this.data.label}. ${this.data.keys}`);
      const { language, zone } = this.data;
      const format = (parts) => new Intl.DateTimeFormat(language, { timeZone: zone, ...parts });
      this.whole = format({ dateStyle: 'medium', timeStyle: 'short' });
      this.hours = format({ hour: 'numeric', minute: '2-digit' });
      this.days = format({ day: 'numeric', month: 'short' });
      this.degrees = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
      this.colors = this.data.sensors.map((sensor, i) => this.color(`--series-${(i % SERIES) + 1}`));
      // A null is a gap up to the sensor's next reading (2), however many readings of others lie between.
      const tables = this.data.sensors.map(({ times, lowest, highest }) => [times, lowest, highest]);
      this.plot = new uPlot(this.options(), uPlot.join(tables, tables.map(() => [0, 2, 2])), this.place);
      this.read(null);
    }

    options() {
      const ink = this.color('--relais-ink-soft');
      const line = this.color('--relais-line');
      const axis = { stroke: ink, font: FONT, grid: { stroke: line, width: 1 }, ticks: { stroke: line } };
      return {
        width: Math.max(200, this.clientWidth),
        height: this.height(),
        tzDate: (at) => uPlot.tzDate(new Date(at * 1000), this.data.zone),
        legend: { show: false },
        cursor: {
          y: false,
          points: { size: 7 },
          drag: { x: true, y: false, setScale: false },
          bind: { dblclick: () => () => this.tell('move', 'whole') },
        },
        scales: { x: { time: true, range: () => [this.data.from, this.data.to] }, y: { range: (plot, low, high) => this.reach(low, high) } },
        axes: [
          {
            ...axis,
            space: this.widest() + GAP,
            values: (plot, at) => at.map((one) => this.named(one)),
          },
          { ...axis, size: 48, values: (plot, at) => at.map((one) => `${this.degrees.format(one)}°`) },
        ],
        series: [{}, ...this.data.sensors.flatMap((sensor, i) => [this.series(i), this.series(i)])],
        bands: this.data.sensors.map((sensor, i) => ({ series: [2 * i + 2, 2 * i + 1], fill: this.faint(this.colors[i]) })),
        hooks: {
          drawClear: [(plot) => this.limits(plot)],
          draw: [(plot) => this.breaches(plot)],
          setCursor: [(plot) => this.read(plot.cursor.idx)],
          setSelect: [(plot) => this.select(plot)],
        },
      };
    }

    // What the longest moment takes on the axis, so that none runs into the next: "10:50 p. m." is twice as long as "22:50".
    widest() {
      const pen = document.createElement('canvas').getContext('2d');
      pen.font = FONT;
      const late = new Date(Date.UTC(2026, 10, 30, 22, 50));
      return Math.max(...[this.hours, this.days].map((words) => pen.measureText(words.format(late)).width));
    }

    // Midnight by its day, other times by the hour, as the zone has them.
    named(at) {
      const date = new Date(at * 1000);
      const midnight = uPlot.tzDate(date, this.data.zone).getHours() === 0;
      return (midnight ? this.days : this.hours).format(date);
    }

    faint(color) {
      return color.replace('rgb(', 'rgba(').replace(')', ', 0.18)');
    }

    series(i) {
      return { stroke: this.colors[i], width: 2, dash: DASHES[i % DASHES.length], points: { show: false }, spanGaps: false };
    }

    ranges() {
      return [...new Map(this.data.sensors.map((one) => [`${one.minimum} ${one.maximum}`, one])).values()];
    }

    reach(low, high) {
      const bounds = this.ranges().flatMap((one) => [one.minimum, one.maximum]).filter((one) => one !== null);
      const least = Math.min(low ?? 0, ...bounds);
      const most = Math.max(high ?? 10, ...bounds);
      const room = Math.max(1, (most - least) * 0.08);
      return [least - room, most + room];
    }

    // Where all sensors have the same limits what is beyond is shaded; else each limit is a line of its sensor's colour.
    limits(plot) {
      const { left, top, width, height } = plot.bbox;
      const at = (degrees) => Math.min(top + height, Math.max(top, plot.valToPos(degrees, 'y', true)));
      const ranges = this.ranges();
      const draw = plot.ctx;
      draw.save();
      if (ranges.length === 1) {
        const [{ minimum, maximum }] = ranges;
        if (maximum !== null) {
          draw.fillStyle = this.color('--limit-hot');
          draw.fillRect(left, top, width, at(maximum) - top);
        }
        if (minimum !== null) {
          draw.fillStyle = this.color('--limit-cold');
          draw.fillRect(left, at(minimum), width, top + height - at(minimum));
        }
      } else {
        draw.setLineDash([4, 4]);
        this.data.sensors.forEach((sensor, i) => {
          draw.strokeStyle = this.colors[i];
          [sensor.minimum, sensor.maximum].filter((one) => one !== null).forEach((one) => {
            draw.beginPath();
            draw.moveTo(left, at(one));
            draw.lineTo(left + width, at(one));
            draw.stroke();
          });
        });
      }
      draw.restore();
    }

    // A bar at the upper edge for too warm, at the lower one for too cold.
    breaches(plot) {
      const { left, top, width, height } = plot.bbox;
      const thick = 6 * devicePixelRatio;
      const draw = plot.ctx;
      draw.save();
      this.data.breaches.filter(({ sensor }) => sensor >= 0).forEach(({ sensor, from, to, hot }) => {
        const begins = Math.max(left, plot.valToPos(from, 'x', true));
        const ends = Math.min(left + width, plot.valToPos(to, 'x', true));
        if (ends < begins) {
          return;
        }
        const wide = Math.max(thick, ends - begins);
        draw.fillStyle = this.colors[sensor];
        draw.fillRect(begins, hot ? top : top + height - thick, wide, thick);
        draw.globalAlpha = 0.1;
        draw.fillRect(begins, top, wide, height);
        draw.globalAlpha = 1;
      });
      draw.restore();
    }

    entry(i, index) {
      const entry = node('span', 'chart-entry');
      const dash = DASHES[i % DASHES.length].join(' ');
      entry.innerHTML = `<svg width="28" height="10" aria-hidden="true"><line x1="0" x2="28" y1="5" y2="5" stroke-width="3" stroke="${this.colors[i]}" stroke-dasharray="${dash}"/></svg>`;
      const low = index === null ? undefined : this.near(2 * i + 1, index);
      const high = index === null ? undefined : this.near(2 * i + 2, index);
      let value = '';
      if (index !== null) {
        value = low == null ? `: ${this.data.nothing}` : `: ${this.degrees.format(low)}${high > low ? ` – ${this.degrees.format(high)}` : ''} °C`;
      }
      entry.append(node('span', '', this.data.sensors[i].name + value));
      return entry;
    }

    // A sensor has no value in columns between its readings: the last one before counts, unless there is a gap.
    near(series, index) {
      const values = this.plot.data[series];
      let at = index;
      while (at > 0 && values[at] === undefined) {
        at -= 1;
      }
      return values[at];
    }

    read(index) {
      const known = index ?? null;
      const time = node('span', 'chart-time', known === null || !this.plot ? '' : this.whole.format(new Date(this.plot.data[0][known] * 1000)));
      this.readout.replaceChildren(time, ...this.data.sensors.map((sensor, i) => this.entry(i, this.plot ? known : null)));
    }

    select(plot) {
      const { left, width } = plot.select;
      if (width > 4) {
        this.tell('zoom', { from: plot.posToVal(left, 'x'), to: plot.posToVal(left + width, 'x') });
      }
    }

    tell(name, detail) {
      this.dispatchEvent(new CustomEvent(name, { detail }));
    }

    key(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) {
        return;
      }
      if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
        this.step(event.key === 'ArrowLeft' ? -1 : 1);
      } else if (KEYS[event.key]) {
        this.tell('move', KEYS[event.key]);
      } else {
        return;
      }
      event.preventDefault();
    }

    step(by) {
      const times = this.plot.data[0];
      const last = times.length - 1;
      const at = this.plot.cursor.idx ?? (by < 0 ? times.length : -1);
      const next = Math.min(last, Math.max(0, at + by));
      this.plot.setCursor({ left: this.plot.valToPos(times[next], 'x'), top: 10 });
    }
  }

  customElements.define('relais-chart', Chart);
})();
