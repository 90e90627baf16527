(() => {
  const sections = [...document.querySelectorAll('section')];
  let known = null;
  try {
    known = localStorage.getItem('relais-language');
  } catch {
    // Then the browser's.
  }
  const wanted = [known, ...navigator.languages].filter(Boolean).map((language) => language.slice(0, 2));
  const shown = wanted.map((language) => sections.find((section) => section.lang === language)).find(Boolean)
    ?? sections[0];
  sections.forEach((section) => {
    section.hidden = section !== shown;
  });
  document.documentElement.lang = shown.lang;
  document.title = `${shown.querySelector('h1').textContent} · Relais`;
  // What was posted when the line was lost is not posted once more: the page that it was typed on is asked for.
  const again = () => (top.location.hash ? top.location.reload() : top.location.replace(top.location.href));
  const look = async () => {
    try {
      const answer = await (await fetch(document.querySelector('main').dataset.ask, {cache: 'no-store'})).json();
      if (typeof answer.session === 'string') {
        again();
        return;
      }
    } catch {
      // Not yet.
    }
    setTimeout(look, 2000);
  };
  document.addEventListener('click', (event) => event.target.closest('button') && again());
  addEventListener('online', () => again());
  look();
})();
