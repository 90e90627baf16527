// Shows the description of the HTTP interface. What somebody types in to try it is forgotten with the page.
(() => {
  const page = document.getElementById('interface');
  const root = document.documentElement;
  const dark = root.dataset.appearance === 'dark'
    || (root.dataset.appearance === undefined && matchMedia('(prefers-color-scheme: dark)').matches);
  root.classList.toggle('dark-mode', dark);

  window.SwaggerUIBundle({
    url: page.dataset.description,
    domNode: page,
    layout: 'BaseLayout',
    presets: [window.SwaggerUIBundle.presets.apis],
    validatorUrl: null,
    persistAuthorization: false,
    defaultModelsExpandDepth: 0,
    requestInterceptor: (request) => {
      request.headers['Accept-Language'] ??= page.dataset.language;
      return request;
    },
  });
})();
