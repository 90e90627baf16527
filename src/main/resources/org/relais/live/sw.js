// Where a page cannot be loaded, ours says so, in place of the browser's. Nothing else goes through here.
const CACHE = 'relais';
const PAGE = new URL('offline-stub.html', self.registration.scope).href;

const keep = async () => (await caches.open(CACHE)).add(new Request(PAGE, {cache: 'reload'}));

self.addEventListener('install', (event) => {
  event.waitUntil(keep().then(() => self.skipWaiting()));
});
self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});
self.addEventListener('fetch', (event) => {
  if (event.request.mode === 'navigate') {
    event.respondWith(fetch(event.request).catch(async () => (await caches.match(PAGE)) ?? Response.error()));
  }
});
