// A page comes in parts. Where the line is lost before all of them are here, or while one is fetched later, the browser neither says
// so nor tries again: the first paint says it, and the page is loaded anew as soon as the server answers. What was typed comes back
// from its draft.
(() => {
  const BETWEEN = 2000;
  const QUIET = 20000;
  const PATIENCE = 5000;
  const MOST = 5;
  const TRIES = 'relais-loaded-anew';
  const LOST = /dynamically imported module|importing a module script failed/i;

  let broken = false;
  let asking = false;
  let parts = -1;
  let heardAt = 0;
  let timer;

  const root = document.documentElement;
  const begun = () => document.querySelector('vaadin-app-layout') !== null;

  // The browser knows, or Vaadin's client has put a frame in the page's place.
  const isCutOff = () => navigator.onLine === false || document.querySelector('iframe[src$="offline-stub.html"]') !== null;

  const loadAnew = () => {
    const tries = Number(sessionStorage.getItem(TRIES) ?? 0);
    if (tries < MOST) {
      sessionStorage.setItem(TRIES, tries + 1);
      location.reload();
    }
  };

  const ask = async () => {
    asking = true;
    try {
      const answer = await fetch(new URL('live', document.baseURI), {
        cache: 'no-store',
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (answer.ok) {
        loadAnew();
      }
    } catch {
      // The line is still away: asked again.
      root.dataset.partsLost = '';
    } finally {
      asking = false;
    }
  };

  const look = () => {
    if (begun() && !broken) {
      sessionStorage.removeItem(TRIES);
      delete root.dataset.partsLost;
      clearInterval(timer);
      return;
    }
    const now = performance.getEntriesByType('resource').filter((part) => part.initiatorType !== 'fetch').length;
    if (now !== parts) {
      parts = now;
      heardAt = performance.now();
    }
    if ((broken || isCutOff() || performance.now() - heardAt > QUIET) && !asking) {
      ask();
    }
  };

  const watch = () => {
    clearInterval(timer);
    timer = setInterval(look, BETWEEN);
  };

  const miss = () => {
    broken = true;
    watch();
  };

  addEventListener('error', ({target}) => {
    if (target instanceof HTMLScriptElement || (target instanceof HTMLLinkElement && target.rel === 'stylesheet')) {
      miss();
    }
  }, true);
  addEventListener('unhandledrejection', ({reason}) => {
    if (LOST.test(reason?.message ?? reason)) {
      miss();
    }
  });
  watch();
})();
