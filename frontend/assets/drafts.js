// What was typed into a form stays in this tab until it is saved: through a reload, a restart, a new sign-in.
// <relais-draft name> stands in the form; a <relais-draft-waiting prefix> tells the server of drafts of forms that are closed.
(() => {
  const FIELDS = [
    'vaadin-text-field', 'vaadin-text-area', 'vaadin-email-field', 'vaadin-number-field', 'vaadin-integer-field',
    'vaadin-big-decimal-field', 'vaadin-checkbox', 'vaadin-radio-group', 'vaadin-select',
  ].map((tag) => `${tag}[id]`).join(',');

  const key = (name) => `relais-draft ${document.getElementById('link-state')?.getAttribute('person') ?? ''} ${name}`;

  const read = (name) => {
    try {
      return JSON.parse(sessionStorage.getItem(key(name)));
    } catch {
      return null;
    }
  };

  const keep = (name, values) => {
    try {
      sessionStorage.setItem(key(name), JSON.stringify(values));
    } catch {
      // A browser that forbids storage, or has no room: the form works as it would without.
    }
  };

  const forget = (name) => {
    try {
      sessionStorage.removeItem(key(name));
    } catch {
      // Nothing was kept either.
    }
  };

  const isBox = (field) => field.localName === 'vaadin-checkbox';
  const valueOf = (field) => (isBox(field) ? field.checked : field.value ?? '');

  class Draft extends HTMLElement {
    connectedCallback() {
      this.form = this.parentElement;
      // Also what does not bubble comes by here, before the field itself has heard of it.
      this.note = () => setTimeout(() => this.typed());
      ['input', 'change'].forEach((happens) => this.form.addEventListener(happens, this.note, true));
      // The page may be gone before that.
      this.leave = () => this.typed();
      addEventListener('pagehide', this.leave);
      const tags = new Set([...this.form.querySelectorAll(FIELDS)].map((field) => field.localName));
      Promise.all([...tags].map((tag) => customElements.whenDefined(tag))).then(() => setTimeout(() => this.begin()));
    }

    disconnectedCallback() {
      ['input', 'change'].forEach((happens) => this.form.removeEventListener(happens, this.note, true));
      removeEventListener('pagehide', this.leave);
    }

    get name() {
      return this.getAttribute('name');
    }

    fields() {
      return [...this.form.querySelectorAll(FIELDS)];
    }

    values() {
      return Object.fromEntries(this.fields().map((field) => [field.id, valueOf(field)]));
    }

    // Once the fields are there, and then the mark that tells whose draft it is, though Vaadin may move the page when it shows it.
    begin() {
      if (this.begun || !this.isConnected) {
        return;
      }
      if (!this.initial && this.fields().length > 0) {
        this.initial = this.values();
      }
      if (!this.initial || !document.getElementById('link-state')) {
        setTimeout(() => this.begin(), 50);
        return;
      }
      this.begun = true;
      const early = Object.entries(this.values()).filter(([id, value]) => value !== this.initial[id]);
      const kept = read(this.name);
      if (kept && this.isOther(kept)) {
        const joined = this.joined(kept);
        this.querySelector('[data-draft-found]').hidden = joined !== kept;
        this.querySelector('[data-draft-joined]').hidden = joined === kept;
        this.put({...joined, ...Object.fromEntries(early)});
        this.hidden = false;
      }
      if (early.length > 0) {
        keep(this.name, this.values());
      }
    }

    // The page may have begun a text itself, as about a failure: what was typed before stands above it, neither is lost.
    joined(kept) {
      const id = this.getAttribute('above');
      const begun = this.initial[id];
      const typed = kept[id];
      if (!begun || !typed || typed.includes(begun.trim()) || begun.includes(typed.trim())) {
        return kept;
      }
      const most = document.getElementById(id).maxlength ?? Infinity;
      return {...kept, [id]: `${typed.trimEnd()}\n\n${begun.trimStart()}`.slice(0, most)};
    }

    isOther(values) {
      return Object.entries(this.initial).some(([id, value]) => id in values && values[id] !== value);
    }

    typed() {
      if (this.begun && !this.putting) {
        const now = this.values();
        if (this.isOther(now)) {
          keep(this.name, now);
        } else {
          forget(this.name);
        }
      }
    }

    // As if it were typed, so that the server hears of it.
    put(values) {
      this.putting = true;
      this.fields().filter((field) => field.id in values && values[field.id] !== valueOf(field)).forEach((field) => {
        field[isBox(field) ? 'checked' : 'value'] = values[field.id];
        ['input', 'change'].forEach((happens) => field.dispatchEvent(new CustomEvent(happens, {bubbles: true})));
      });
      setTimeout(() => {
        this.putting = false;
      });
    }

    discard() {
      forget(this.name);
      this.hidden = true;
      this.put(this.initial);
    }

    // The server has these texts; what a person typed while it answered is the beginning of the next draft, at once: they may
    // be leaving this very moment.
    saved(known) {
      this.hidden = true;
      this.initial = {...this.values(), ...known};
      this.typed();
    }
  }

  class Waiting extends HTMLElement {
    connectedCallback() {
      clearTimeout(this.looking);
      this.looking = setTimeout(() => this.look());
    }

    // Once it is known whose drafts are looked for.
    look() {
      if (!this.isConnected) {
        return;
      }
      if (!document.getElementById('link-state')) {
        this.looking = setTimeout(() => this.look(), 50);
        return;
      }
      const beginning = key(this.getAttribute('prefix'));
      const found = Object.keys(sessionStorage).find((name) => name.startsWith(beginning));
      if (found) {
        this.dispatchEvent(new CustomEvent('waiting', {detail: found.slice(beginning.length)}));
      }
    }
  }

  document.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('[data-draft-discard]')) {
      event.target.closest('relais-draft').discard();
    }
  });
  window.relaisDraftSaved = (name, known) => {
    forget(name);
    document.querySelectorAll('relais-draft').forEach((draft) => draft.name === name && draft.saved(known));
  };
  customElements.define('relais-draft', Draft);
  customElements.define('relais-draft-waiting', Waiting);
})();
