// What a form says while a person types, without asking the server: how many characters there are, and that what was wrong with a
// field is not held against it any more once it is being mended. The server hears of that by the field's own event.
(() => {
  const root = document.documentElement;

  const mend = (event) => event.composedPath()
    .filter((node) => node instanceof HTMLElement && 'errorMessage' in node && node.invalid)
    .forEach((field) => {
      field.invalid = false;
    });
  ['input', 'change'].forEach((happens) => addEventListener(happens, mend));

  // Stands below a field and counts what is in it: <relais-count words="{0} of {1} characters" most="5000">.
  class Count extends HTMLElement {
    static observedAttributes = ['words', 'most'];

    connectedCallback() {
      this.field = this.parentElement?.closest('vaadin-text-area, vaadin-text-field');
      this.tell = () => this.count();
      ['input', 'value-changed'].forEach((happens) => this.field?.addEventListener(happens, this.tell));
      this.count();
    }

    disconnectedCallback() {
      ['input', 'value-changed'].forEach((happens) => this.field?.removeEventListener(happens, this.tell));
    }

    attributeChangedCallback() {
      if (this.isConnected) {
        this.count();
      }
    }

    count() {
      const typed = this.field?.inputElement?.value ?? this.field?.value ?? '';
      const number = new Intl.NumberFormat(root.dataset.region || root.lang || 'en');
      this.textContent = (this.getAttribute('words') ?? '')
        .replace('{0}', number.format(typed.length))
        .replace('{1}', number.format(this.getAttribute('most')));
    }
  }
  customElements.define('relais-count', Count);
})();
