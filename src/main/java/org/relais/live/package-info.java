/**
 * Whether what a page shows is live, and what happens to it when it is not.
 *
 * <p>Two things have to be true of a live page: this server answers and knows the session, and what the server pushes reaches
 * the page. The first the browser asks every other second ({@link org.relais.live.Pulse}): a WebSocket on a line that was cut
 * says nothing for minutes, and a session ends without a word to its pages. For the second the answer tells how many states of
 * the synchronisation were published, and the page how many it was shown: what lags behind is fetched by a poll of Vaadin's
 * client, and is not called live as long as it lags. So a proxy that lets no WebSocket through, or swallows what goes through
 * it, costs at most a second or two.
 *
 * <p>Vaadin's client has a state of its own, which its router obeys: it replaces the page by a frame with a stub when that
 * state is not "connected", and a request that was retried meanwhile leaves it so for good. {@code live.js} puts it right when
 * the server answered, and keeps links from the router when it does not: a page of ours stands there until the line is back.
 * Its notice and its striped bar are not shown.
 *
 * <p>While the database is away the server refuses those polls. It tells so by what it pushes, and a page that nothing is pushed to
 * hears it with the answer: its mark says then that nothing can be saved.
 *
 * <p>What a person pressed or changed and what the server had not answered when the session ended is told on the sign-in page and
 * on the page behind it ({@code acts.js}); a link leads to its page after the new sign-in ({@code away.js}).
 *
 * <p>Why a session is over is told by its id alone (see {@code doors}), so that a server that was just started knows it too.
 * On plain HTTP nothing of ours can answer for a page that is loaded anew without a line; on HTTPS a service worker does.
 */
@ApplicationModule(
        allowedDependencies = {"database", "doors :: ui", "language", "people", "sync", "sync :: ui", "vocabulary"})
package org.relais.live;

import org.springframework.modulith.ApplicationModule;
