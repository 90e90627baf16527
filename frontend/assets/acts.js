// What a person did and the server has not answered yet. A button is busy from the press on. Where the answer cannot come
// any more, because the session is over, the person is told what to do again: nobody should wait for what nobody heard.
(() => {
  const root = document.documentElement;
  const KEY = 'relais-unheard';
  const FIRST_LOOK = 250;
  const BETWEEN_LOOKS = 100;
  const MOST = 3;
  const READ_OUT = 100;
  // What the browser does by itself, and what ends the session on purpose.
  const NOT_FOR_THE_SERVER = '[data-copy], [data-appearance], [data-link-retry], [data-link-stay], '
    + '[data-draft-discard], [data-unheard-close], [popovertarget], .failure-info, #sign-out';
  const waiting = [];

  const answered = () => root.dataset.link === undefined && !window.Vaadin?.connectionState?.offline
    && Object.values(window.Vaadin?.Flow?.clients ?? {}).every((client) => !client.isActive());

  // While the page is not live nothing leaves it.
  const held = () => root.dataset.link !== undefined;

  const look = () => {
    if (answered()) {
      waiting.splice(0).forEach(({button}) => delete button?.dataset.busy);
    } else {
      setTimeout(look, BETWEEN_LOOKS);
    }
  };

  const wait = (act) => {
    if (waiting.length === 0) {
      setTimeout(look, FIRST_LOOK);
    }
    waiting.push(act);
  };

  const nameOf = (element) => [
    element.getAttribute('aria-label'), element.accessibleName, element.label, element.textContent,
  ].find(Boolean)?.trim();

  // Shown first and then written, so that it is read out, and once for all that is kept.
  const tell = (what) => {
    const notice = document.querySelector(what);
    if (notice && !notice.matches(':popover-open')) {
      notice.showPopover();
      setTimeout(() => {
        notice.textContent = notice.dataset.words;
      }, READ_OUT);
    }
  };
  const forgetTold = (what) => {
    const notice = document.querySelector(`${what}:popover-open`);
    if (notice) {
      notice.textContent = '';
      notice.hidePopover();
    }
  };
  const tellKept = () => tell('.link-kept');
  const forgetKept = () => forgetTold('.link-kept');

  // The server tells that it could not do what was asked; the person's next step may be to do it again.
  document.addEventListener('relais-failed', () => tell('.link-failed'));
  ['pointerdown', 'keydown', 'vaadin-router-location-changed']
    .forEach((happens) => addEventListener(happens, () => forgetTold('.link-failed'), true));

  addEventListener('click', (event) => {
    const button = event.composedPath().find((node) => node instanceof HTMLElement
      && (node.localName === 'vaadin-button' || node.localName === 'button'));
    if (!button || button.hasAttribute('disabled') || button.matches(NOT_FOR_THE_SERVER) || !window.Vaadin?.Flow) {
      return;
    }
    if (held()) {
      tellKept();
    }
    if (!('busy' in button.dataset)) {
      button.dataset.busy = '';
      wait({button, press: nameOf(button), held: held()});
    }
  }, true);

  // What stands in a form that keeps a draft comes back with it.
  const isDrafted = (field) => field.localName !== 'vaadin-password-field'
    && field.parentElement?.closest(':has(> relais-draft)') !== null;
  addEventListener('change', (event) => {
    const field = event.composedPath().find((node) => node instanceof HTMLElement
      && (node.localName === 'select' || (node.localName.startsWith('vaadin-') && 'label' in node)));
    if (field && !isDrafted(field)) {
      wait({change: nameOf(field), held: held()});
    }
  }, true);

  document.addEventListener('relais-link', (event) => {
    if (event.detail === 'live') {
      forgetKept();
    } else if (waiting.some(({press}) => press)) {
      tellKept();
    }
  });

  const person = () => document.getElementById('link-state')?.getAttribute('person');
  const session = () => document.getElementById('link-state')?.getAttribute('session');
  const names = (acts, kind) => [...new Set(acts.map((act) => act[kind]).filter(Boolean))].slice(-MOST);
  const actsOf = (acts) => ({press: names(acts, 'press'), change: names(acts, 'change')});

  // In another session nothing of it counts. Whoever loads a page again in the same one may have been heard, but for what was held.
  const remember = () => {
    if (waiting.length > 0 && session()) {
      const unheard = {
        person: person(),
        session: session(),
        ...actsOf(waiting),
        held: actsOf(waiting.filter((act) => act.held)),
      };
      try {
        sessionStorage.setItem(KEY, JSON.stringify(unheard));
      } catch {
        // A browser that forbids storage cannot tell it.
      }
    }
  };
  document.addEventListener('relais-leave', remember);
  addEventListener('beforeunload', remember);

  const remembered = () => {
    try {
      return JSON.parse(sessionStorage.getItem(KEY));
    } catch {
      return null;
    }
  };
  const forget = () => {
    try {
      sessionStorage.removeItem(KEY);
    } catch {
      // Nothing was kept either.
    }
  };

  // Says it on the sign-in page, and once more on the page behind it, where it can be done again.
  class Unheard extends HTMLElement {
    static observedAttributes = ['press', 'change'];

    connectedCallback() {
      setTimeout(() => this.begin());
    }

    // Once the mark in the frame is there; Vaadin may move the page when it shows it.
    begin() {
      if (this.begun || !this.isConnected) {
        return;
      }
      if (!document.getElementById('link-state')) {
        setTimeout(() => this.begin(), 50);
        return;
      }
      this.begun = true;
      const found = remembered();
      if (found && session()) {
        forget();
      }
      this.found = found ? this.unheard(found) : null;
      this.tell();
    }

    unheard(found) {
      if (session() === found.session) {
        return found.held;
      }
      return !session() || person() === found.person ? found : null;
    }

    attributeChangedCallback() {
      this.tell();
    }

    tell() {
      const list = new Intl.ListFormat(root.lang || 'en', {type: 'conjunction'});
      const told = this.found ? ['press', 'change'].filter((kind) => this.found[kind].length > 0) : [];
      const words = this.querySelector('[data-unheard-words]');
      if (words) {
        words.textContent = told
          .map((kind) => this.getAttribute(kind).replace('{0}', list.format(this.found[kind].map(this.quoted, this))))
          .join(' ');
        this.hidden = told.length === 0;
      }
    }

    quoted(name) {
      return this.getAttribute('quoted').replace('{0}', name);
    }
  }
  document.addEventListener('click', (event) => {
    const notice = document.querySelector('relais-unheard:not([hidden])');
    if (notice && event.target instanceof Element && event.target.closest('button, vaadin-button, a')) {
      notice.found = null;
      notice.tell();
    }
  });
  customElements.define('relais-unheard', Unheard);
})();
