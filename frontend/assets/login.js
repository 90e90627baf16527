// The sign-in page's own: shows the password on request, asks for the page in another language, and lets nobody type twice
// what they typed: not when the password was wrong, not while the server does not answer.
(() => {
  const NAME = 'relais-name';
  const AGAIN = ['wrong', 'offline', 'wait', 'blocked', 'stale', 'trouble', 'restarted'];
  const name = document.getElementById('username');
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

  const asked = new URLSearchParams(location.search);
  try {
    if (AGAIN.some((problem) => asked.has(problem))) {
      name.value ||= sessionStorage.getItem(NAME) ?? '';
    } else {
      sessionStorage.removeItem(NAME);
    }
  } catch {
    // A browser that forbids storage has the name typed again.
  }
  if (name.value) {
    password.focus();
  }

  // What was true when the page came is not said any longer than it is.
  const problem = document.getElementById('login-problem');
  document.addEventListener('relais-heard', (event) => {
    if (event.detail.initialised && problem?.dataset.until === 'initialised') {
      problem.remove();
    }
  });
  if (problem?.dataset.seconds) {
    setTimeout(() => problem.remove(), problem.dataset.seconds * 1000);
  }

  const silent = document.getElementById('login-offline');
  name.form.addEventListener('submit', (event) => {
    silent.hidden = document.documentElement.dataset.link === undefined;
    if (!silent.hidden) {
      event.preventDefault();
      return;
    }
    try {
      sessionStorage.setItem(NAME, name.value);
    } catch {
      // As above.
    }
  });
  document.addEventListener('relais-link', (event) => {
    silent.hidden ||= event.detail === 'live';
  });
})();
