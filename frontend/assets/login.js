// The sign-in page's own: shows the password on request, and asks for the page in another language.
(() => {
  const password = document.getElementById('password');
  const reveal = document.querySelector('.login-reveal');
  reveal.hidden = false;
  reveal.addEventListener('click', () => {
    const shown = password.type === 'password';
    password.type = shown ? 'text' : 'password';
    reveal.textContent = shown ? reveal.dataset.hide : reveal.dataset.show;
    reveal.setAttribute('aria-pressed', String(shown));
  });
  const language = document.getElementById('language');
  language.addEventListener('change', () => language.form.submit());
})();
