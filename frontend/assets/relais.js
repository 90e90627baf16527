// The few things that the browser does by itself. It is sent inside the first answer: no request of its own.
(() => {
  const root = document.documentElement;
  const APPEARANCE = 'relais-appearance';

  // Light or dark: the system's choice until somebody chooses, remembered by the browser.
  const remembered = () => {
    try {
      return localStorage.getItem(APPEARANCE);
    } catch {
      return null;
    }
  };
  const wear = (appearance) => {
    if (appearance === 'light' || appearance === 'dark') {
      root.dataset.appearance = appearance;
    }
  };
  wear(remembered());
  // The sign-in page is painted before any script has come: the server has to know it for that.
  const tellServer = () => {
    const home = new URL('.', document.baseURI).pathname;
    document.cookie = `${APPEARANCE}=${root.dataset.appearance ?? ''}; path=${home}; max-age=31536000; samesite=lax`;
  };
  const toggleAppearance = () => {
    const dark = getComputedStyle(root).colorScheme === 'dark'
      || (root.dataset.appearance === undefined && matchMedia('(prefers-color-scheme: dark)').matches);
    wear(dark ? 'light' : 'dark');
    try {
      localStorage.setItem(APPEARANCE, root.dataset.appearance);
    } catch {
      // A browser that forbids storage forgets the choice; nothing else is lost.
    }
    tellServer();
  };

  // Copying works without https too, where the clipboard interface does not exist: sites are reached by plain http.
  const copy = async (text, near) => {
    if (navigator.clipboard && window.isSecureContext) {
      return navigator.clipboard.writeText(text);
    }
    const area = document.createElement('textarea');
    area.value = text;
    area.className = 'sr-only';
    near.parentNode.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
    near.focus();
  };

  document.addEventListener('click', (event) => {
    const clicked = event.target instanceof Element ? event.target : null;
    const copying = clicked?.closest('[data-copy]');
    if (copying) {
      copy(copying.dataset.copy, copying).then(() => {
        copying.dataset.copied = '';
        copying.setAttribute('aria-label', copying.dataset.copiedText);
        setTimeout(() => {
          delete copying.dataset.copied;
          copying.removeAttribute('aria-label');
        }, 2000);
      });
    } else if (clicked?.closest('button[data-appearance]')) {
      toggleAppearance();
    }
    tapped(event.pointerType === 'mouse' ? null : clicked?.closest('.step-face[tabindex]'));
  });

  // A tooltip opens by itself where a mouse or the keyboard comes to its place; a finger has to press, and presses elsewhere to close it.
  let pressed = null;
  const tapped = (face) => {
    if (pressed) {
      pressed.opened = false;
      pressed.manual = false;
    }
    const tooltip = face && document.getElementById(face.getAttribute('aria-describedby'))?.closest('vaadin-tooltip');
    pressed = tooltip && tooltip !== pressed ? tooltip : null;
    if (pressed) {
      pressed.manual = true;
      pressed.opened = true;
    }
  };
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      tapped(null);
    }
  });

  // The first paint stands until the page does.
  document.addEventListener('DOMContentLoaded', () => {
    if (root.dataset.appearance) {
      tellServer();
    }
    const first = document.getElementById('first-paint');
    if (first) {
      const watch = new MutationObserver(() => {
        if (document.querySelector('vaadin-app-layout, .login')) {
          first.remove();
          watch.disconnect();
        }
      });
      watch.observe(document.body, {childList: true, subtree: true});
    }
  });

  // <relais-since moment now>: how far a moment is from now. The age grows by this page's own stopwatch, so a tablet
  // with a wrong clock shows it right, and the server is not asked again.
  const MINUTE = 60;
  const HOUR = 60 * MINUTE;
  const DAY = 24 * HOUR;
  const shown = new Set();

  class Since extends HTMLElement {
    static observedAttributes = ['now', 'lang'];

    connectedCallback() {
      shown.add(this);
    }

    disconnectedCallback() {
      shown.delete(this);
    }

    attributeChangedCallback(name) {
      if (name === 'now') {
        this.received = performance.now();
      }
      queueMicrotask(() => this.tell());
    }

    tell() {
      if (!this.hasAttribute('moment')) {
        return;
      }
      const elapsed = performance.now() - this.received;
      const seconds = (Number(this.getAttribute('now')) - Number(this.getAttribute('moment')) + elapsed) / 1000;
      const words = this.words(seconds);
      if (this.firstChild) {
        if (this.firstChild.data !== words) {
          this.firstChild.data = words;
        }
      } else {
        this.textContent = words;
      }
    }

    words(seconds) {
      const size = Math.abs(seconds);
      if (size >= 1 && size < MINUTE && this.hasAttribute('to-the-second')) {
        const amount = Math.floor(size);
        return new Intl.RelativeTimeFormat(this.lang).format(seconds < 0 ? amount : -amount, 'second');
      }
      if (size < MINUTE) {
        return this.getAttribute(seconds < 0 ? 'any-moment' : 'just-now');
      }
      const [unit, length] = size >= DAY ? ['day', DAY] : size >= HOUR ? ['hour', HOUR] : ['minute', MINUTE];
      const amount = Math.floor(size / length);
      return new Intl.RelativeTimeFormat(this.lang).format(seconds < 0 ? amount : -amount, unit);
    }
  }
  customElements.define('relais-since', Since);
  setInterval(() => shown.forEach((element) => element.tell()), 10_000);
  setInterval(() => shown.forEach((element) => element.hasAttribute('to-the-second') && element.tell()), 1_000);

  const editable = (element) => element.isContentEditable || element.matches('input, textarea, select');

  document.addEventListener('keydown', (event) => {
    const target = event.composedPath()[0];
    // A strip of links is one stop of the Tab key, and the arrow keys go along it. The first link stands at the right.
    const strip = target instanceof Element ? target.closest('[data-strip]') : null;
    if (strip) {
      const links = [...strip.querySelectorAll('a')];
      const at = links.indexOf(target);
      const next = links[{ArrowLeft: at + 1, ArrowRight: at - 1, Home: links.length - 1, End: 0}[event.key]];
      if (next) {
        event.preventDefault();
        links.forEach((link) => { link.tabIndex = link === next ? 0 : -1; });
        next.focus();
      }
    }
    // Alt+Shift+S and Ctrl+Alt+S open Synchronisation, as a press on its entry does: also on a page that is not live, or whose session
    // is over. On keyboards that write with AltGr a letter comes in with the second pair of keys.
    const withShift = event.shiftKey && !event.ctrlKey;
    const withCtrl = event.ctrlKey && !event.shiftKey && !event.getModifierState('AltGraph')
      && !(target instanceof Element && editable(target));
    if (event.altKey && (withShift || withCtrl) && !event.metaKey && event.code === 'KeyS') {
      const entry = document.querySelector('.nav-link[href$="synchronisation"]');
      if (entry && !entry.closest('[hidden]')) {
        event.preventDefault();
        entry.click();
      }
    }
  });
})();
