// Whether this page is live. The browser asks the server every other second whether it is there and knows the session, and
// looks whether what the server pushes arrives. The root's data-link says so while it is not; "relais-link" tells of changes, "relais-heard" of each answer.
(() => {
  const root = document.documentElement;
  const BETWEEN = 2000;
  const BETWEEN_SOON = 1000;
  const SHORTEST = 500;
  const PATIENCE = 2500;
  const FLASH = 400;
  const MOST_LAG = 2;
  const ASLEEP = 8000;
  const VAADINS_TURN = 1000;

  const mark = () => document.getElementById('link-state');
  const clients = () => Object.entries(window.Vaadin?.Flow?.clients ?? {})
    .filter(([name]) => name !== 'TypeScript')
    .map(([, client]) => client);

  let state = 'live';
  let missed = 0;
  let lag = 0;
  let away = 0;
  let published = 0;
  let heardAt = performance.now();
  let heardMoment = Date.now();
  let pushOpen = true;
  let asking = null;
  let askedAt = -SHORTEST;
  let timer;
  let leaving = false;
  let gone = false;

  // The mark in the frame. Its words stand in its attributes, in the page's language.
  class Link extends HTMLElement {
    static observedAttributes = ['live', 'reconnecting', 'offline', 'away', 'since'];

    connectedCallback() {
      const layout = this.closest('vaadin-app-layout');
      if (layout) {
        const place = () => {
          this.slot = layout.hasAttribute('overlay') ? 'navbar' : 'drawer';
        };
        this.placing = new MutationObserver(place);
        this.placing.observe(layout, {attributes: true, attributeFilter: ['overlay']});
        place();
      }
      this.tell();
    }

    disconnectedCallback() {
      this.placing?.disconnect();
    }

    attributeChangedCallback() {
      if (this.isConnected) {
        this.tell();
      }
    }

    tell() {
      if (!this.words?.isConnected) {
        this.words = document.createElement('span');
        this.age = document.createElement('span');
        // Read out once, not every second.
        this.age.setAttribute('aria-hidden', 'true');
        this.replaceChildren(this.words, this.age);
      }
      this.dataset.state = state;
      write(this.words, this.getAttribute(state) ?? '');
      write(this.age, state === 'offline' ? (this.getAttribute('since') ?? '').replace('{0}', elapsed()) : '');
    }
  }

  const write = (element, text) => {
    if (element.textContent !== text) {
      element.textContent = text;
    }
  };

  const elapsed = () => {
    const seconds = Math.floor((performance.now() - heardAt) / 1000);
    const two = (number) => String(number).padStart(2, '0');
    const minutes = Math.floor(seconds / 60);
    return minutes < 60
      ? `${minutes}:${two(seconds % 60)}`
      : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
  };

  const becomes = (next) => {
    const before = state;
    state = next;
    if (next === 'live') {
      delete root.dataset.link;
    } else {
      root.dataset.link = next;
      root.dataset.linkMoment = String(heardMoment);
    }
    mark()?.tell?.();
    if (before !== next) {
      document.dispatchEvent(new CustomEvent('relais-link', {detail: next}));
    }
    if (next === 'live' && before !== 'live') {
      poll();
    }
    settle();
  };

  // What the server has to tell and could not push, and what waits to be sent.
  const poll = () => clients().forEach((client) => client.poll?.());

  // Vaadin's own state stays what it was when a request was retried meanwhile, and its router then shows a dead frame.
  const settle = () => {
    const vaadin = window.Vaadin?.connectionState;
    if (state === 'live' && vaadin?.offline) {
      if (clients().some((client) => client.isActive())) {
        setTimeout(settle, 250);
      } else {
        vaadin.state = 'connected';
      }
    }
  };

  // The session of this page is over, or another person's: the server leads to where it goes on and says why. Where the
  // person signs out on this very page, or the network refuses them, Vaadin is told where to go.
  const leave = ({session, end}) => {
    leaving = true;
    becomes('reconnecting');
    if (!session && !end) {
      sayLeft();
    }
    setTimeout(() => {
      if (!gone && document.dispatchEvent(new CustomEvent('relais-leave', {cancelable: true}))) {
        location.reload();
      }
    }, end === 'restarted' ? 0 : VAADINS_TURN);
  };
  // It counts only where there is no session any more: Vaadin may have heard of it first, and load the page again.
  const sayLeft = () => {
    document.cookie = `relais-left=1; path=${new URL('.', document.baseURI).pathname}; max-age=20; samesite=lax`;
  };
  let signingOut = false;
  addEventListener('click', (event) => {
    signingOut ||= event.composedPath().some((node) => node.id === 'sign-out');
  }, true);
  addEventListener('beforeunload', () => {
    gone = true;
    if (!signingOut && mark()?.hasAttribute('session')) {
      sayLeft();
    }
  });

  // While the database is away the server refuses every poll, so this is there only where it could be pushed.
  const tellsOfDatabase = () => document.querySelector('.away-notice:not([hidden])') !== null;

  const hear = (answer) => {
    missed = 0;
    heardAt = performance.now();
    heardMoment = answer.now;
    document.dispatchEvent(new CustomEvent('relais-heard', {detail: answer}));
    const page = mark();
    const session = page?.getAttribute('session');
    if (session && session !== answer.session) {
      leave(answer);
      return;
    }
    lag = session && Number(page.getAttribute('version')) < published ? lag + 1 : 0;
    published = answer.version ?? 0;
    away = session && answer.away ? away + 1 : 0;
    if (answer.away) {
      becomes(away > 1 && !tellsOfDatabase() ? 'away' : 'live');
      return;
    }
    if (lag > 0 || !pushOpen) {
      poll();
    }
    becomes(lag > MOST_LAG ? 'reconnecting' : 'live');
  };

  const miss = () => {
    missed += 1;
    becomes(missed > 1 || navigator.onLine === false ? 'offline' : 'reconnecting');
  };

  const question = async (signal) => {
    try {
      const response = await fetch(new URL('live', document.baseURI), {
        cache: 'no-store', credentials: 'same-origin', redirect: 'error', signal,
      });
      const answer = await response.json();
      return typeof answer.session === 'string' ? answer : null;
    } catch {
      return null;
    }
  };

  const ask = async () => {
    clearTimeout(timer);
    if (asking || leaving || document.visibilityState === 'hidden') {
      return;
    }
    askedAt = performance.now();
    const mine = new AbortController();
    asking = mine;
    const asleep = performance.now() - heardAt > ASLEEP && state === 'live';
    const flash = setTimeout(() => asleep && becomes('reconnecting'), FLASH);
    const end = setTimeout(() => mine.abort(), PATIENCE);
    const answer = await question(mine.signal);
    clearTimeout(end);
    clearTimeout(flash);
    if (asking !== mine) {
      return;
    }
    asking = null;
    try {
      if (answer) {
        hear(answer);
      } else {
        miss();
      }
    } finally {
      timer = setTimeout(ask, state === 'live' && pushOpen ? BETWEEN : BETWEEN_SOON);
    }
  };

  // Where a proxy opens and shuts WebSockets without end, the questions must not fill the line.
  const askNow = () => {
    const pause = SHORTEST - (performance.now() - askedAt);
    if (pause > 0) {
      clearTimeout(timer);
      timer = setTimeout(askNow, pause);
      return;
    }
    asking?.abort();
    asking = null;
    ask();
  };

  // Where something came by a WebSocket once, it is worth trying again for as long as it takes.
  const heardOfPush = (response) => {
    const wasOpen = pushOpen;
    pushOpen = ['opening', 're-opening', 'messageReceived', 'messagePublished'].includes(response.state);
    if (response.state === 'messageReceived' && response.transport === 'websocket' && response.request) {
      response.request.maxWebsocketErrorRetries = Number.MAX_SAFE_INTEGER;
    }
    if (wasOpen && !pushOpen) {
      askNow();
    }
  };

  document.addEventListener('load', (event) => {
    if (event.target.localName === 'script' && event.target.src.includes('vaadinPush')) {
      pushOpen = false;
      window.vaadinPush.atmosphere.addCallback(heardOfPush);
      window.Vaadin.connectionState.addStateChangeListener((before, now) => {
        if (now === 'reconnecting' || now === 'connection-lost') {
          askNow();
        }
      });
    }
  }, true);

  ['online', 'offline', 'pageshow', 'focus'].forEach((happens) => addEventListener(happens, askNow));
  ['visibilitychange', 'resume'].forEach((happens) => document.addEventListener(happens, askNow));
  // On HTTPS the browser keeps a page of ours for the time when none can be loaded; it has to know whose language to speak.
  const keepLanguage = () => {
    try {
      localStorage.setItem('relais-language', root.lang);
    } catch {
      // Then that page speaks the browser's language.
    }
  };
  addEventListener('load', () => {
    keepLanguage();
    new MutationObserver(keepLanguage).observe(root, {attributes: true, attributeFilter: ['lang']});
    if (document.querySelector('#outlet, #login')) {
      navigator.serviceWorker?.register(new URL('sw.js', document.baseURI)).catch(() => {});
    }
  });
  customElements.define('relais-link', Link);
  setInterval(() => state === 'offline' && mark()?.tell?.(), 1000);
  ask();
})();
