// What a person can do on a page that is not live: links wait in place of the browser's own error page.
(() => {
  const root = document.documentElement;
  const live = () => root.dataset.link === undefined;
  const BETWEEN_LOOKS = 10000;
  const AWAY = 503;
  let asked = null;

  const moment = () => {
    const then = new Date(Number(root.dataset.linkMoment));
    const today = then.toDateString() === new Date().toDateString();
    return new Intl.DateTimeFormat(root.dataset.region || root.lang, today ? {timeStyle: 'short'} : {dateStyle: 'short', timeStyle: 'short'})
      .format(then);
  };

  // An abbreviation's full stop ("6:01 p. m.") is the sentence's too.
  const say = (element, value) => {
    element.textContent = element.dataset.words.replace('{0}', value).replace(/(?<=\p{L})\.\.$/u, '.');
  };

  const show = (link) => {
    const title = document.querySelector('.link-title');
    asked = link;
    if (title) {
      say(title, link.title || document.title);
      root.dataset.linkPage = '';
      title.focus();
    }
  };

  const hide = () => {
    delete root.dataset.linkPage;
    asked = null;
  };

  // It shows a dead frame where Vaadin's own state was left behind.
  const letRouterGo = () => {
    if (window.Vaadin?.connectionState?.offline) {
      window.Vaadin.connectionState.state = 'connected';
    }
  };

  const go = ({url, routed}) => {
    if (routed) {
      letRouterGo();
      const {pathname, search, hash} = url;
      dispatchEvent(new CustomEvent('vaadin-router-go', {detail: {pathname, search, hash}}));
    } else {
      location.assign(url);
    }
  };

  const linkAt = (event) => {
    const anchor = event.composedPath().find((node) => node instanceof HTMLAnchorElement && node.href);
    const elsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (!anchor || elsewhere || (anchor.target && anchor.target !== '_self') || anchor.origin !== location.origin) {
      return null;
    }
    const url = new URL(anchor.href);
    const here = url.pathname === location.pathname && url.search === location.search;
    const title = (anchor.querySelector('.nav-word') ?? anchor).textContent.trim();
    return here && url.hash ? null : {url, title, routed: anchor.hasAttribute('router-link')};
  };

  // Once it is closed, the drawer gives the focus to its button, whoever has it by then.
  const closeDrawer = () => {
    const layout = document.querySelector('vaadin-app-layout[overlay]');
    if (layout?.drawerOpened) {
      layout.querySelector('vaadin-drawer-toggle').addEventListener('focus', focusTitle, {once: true});
      layout.drawerOpened = false;
    }
  };

  const focusTitle = () => {
    if (root.dataset.linkPage !== undefined) {
      document.querySelector('.link-title').focus();
    }
  };

  // Before Vaadin's router, which obeys Vaadin's idea of the line.
  addEventListener('click', (event) => {
    const link = linkAt(event);
    if (link && live()) {
      asked = link.routed ? link : null;
      letRouterGo();
    } else if (link) {
      event.preventDefault();
      event.stopImmediatePropagation();
      closeDrawer();
      show(link);
    }
  }, true);

  addEventListener('popstate', (event) => {
    if (!live()) {
      event.stopImmediatePropagation();
      show({url: new URL(location.href), title: '', routed: true});
    }
  }, true);

  addEventListener('vaadin-router-location-changed', hide);

  document.addEventListener('click', (event) => {
    const clicked = event.target instanceof Element ? event.target : null;
    if (clicked?.closest('[data-link-retry]')) {
      dispatchEvent(new Event('focus'));
    } else if (clicked?.closest('[data-link-stay]')) {
      if (asked && asked.url.href === location.href) {
        history.forward();
      }
      hide();
      document.getElementById('content')?.focus();
    }
  });

  document.addEventListener('relais-link', (event) => {
    if (event.detail === 'live') {
      const wanted = asked;
      hide();
      if (wanted) {
        go(wanted);
      }
    } else {
      document.querySelectorAll('[data-link-as-of]').forEach((element) => say(element, moment()));
      if (asked) {
        show(asked);
      }
    }
  });

  // The page of an error leads back by itself to what was asked for: once the server answers again, or once what it said to be
  // away is there, which is looked at now and then. Where a form was posted there is nothing to ask for again.
  const errorPage = () => document.querySelector('[data-leads-back]');
  const back = () => {
    if (errorPage().dataset.leadsTo === 'page') {
      location.reload();
    } else {
      location.assign(document.getElementById('error-home').href);
    }
  };
  const lookForIt = async () => {
    if (live()) {
      const page = errorPage().dataset.leadsTo === 'page' ? location.href : document.getElementById('error-home').href;
      const answer = await fetch(page, {cache: 'no-store', redirect: 'manual', headers: {Accept: 'text/html'}}).catch(() => null);
      if (answer && answer.status !== AWAY) {
        back();
      }
    }
  };
  document.addEventListener('relais-link', (event) => {
    if (event.detail === 'live' && !asked && errorPage()?.dataset.leadsBack === 'once-live') {
      back();
    }
  });
  document.addEventListener('DOMContentLoaded', () => {
    const again = document.getElementById('error-again');
    if (again) {
      again.hidden = false;
      again.addEventListener('click', () => location.reload());
    }
  });
  // It may also have come in place of a page that was open already.
  setInterval(() => errorPage()?.dataset.leadsBack === 'soon' && lookForIt(), BETWEEN_LOOKS);

  // Who has to sign in again comes to the page that was asked for, also where Vaadin hears first that the session is over
  // and loads this one again: the server that finds nobody signed in reads where the person was going.
  document.addEventListener('relais-leave', (event) => {
    if (asked) {
      event.preventDefault();
      location.assign(asked.url);
    }
  });
  addEventListener('beforeunload', () => {
    if (asked) {
      const home = new URL('.', document.baseURI).pathname;
      const page = `/${asked.url.pathname.slice(home.length)}${asked.url.search}`;
      document.cookie = `relais-going-to=${encodeURIComponent(page)}; path=${home}; max-age=20; samesite=lax`;
    }
  });
})();
