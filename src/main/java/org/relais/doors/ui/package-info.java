/**
 * The pages' door: signing in on a page, sessions and what ends them, what a browser may do for a page.
 *
 * <p>The sign-in page is the first that anybody loads, over a slow link: one form of the browser's own elements, posted as it
 * is, made without Vaadin. Password managers know what it is. Nobody has a session before signing in, for it is sessions that
 * take memory here: the form's token and the page that was asked for are kept by the browser.
 *
 * <p>What a person does keeps a session, what a page does does not. An open page calls the server every few minutes, and a
 * list confirms rows that the server pushed: counted as the container counts, a session on a shared tablet would never end,
 * and Vaadin's own {@code closeIdleSessions} counts the list's confirmations and ends its own session only. So what counts is
 * an opened page and what was pressed, chosen, typed. The next call after the time-out ends the session, whatever it is; the
 * page leads to the sign-in page, which says so, and back to where the person was. Scrolling through a list alone is no
 * activity.
 *
 * <p>A manual run asks the central server again what the person may do, and that tells it only for a password: so the password
 * stays in the memory of the session, in a field that is never serialised, printed or handed out. A yes that differs takes the
 * place of what the session knew, and open pages are loaded again; a no ends the session with its next call. Silence changes
 * nothing. Where what is kept let the person in, each page that is opened asks so by itself, and the first call after the answer is
 * judged by it in any case.
 *
 * <p>Each first page gets a random number that its own scripts carry and its answer names; no other script in a page runs.
 * {@code 'unsafe-eval'} and styles in the page stay until Vaadin can do without (announced for 25.4). A script added in the
 * shell needs nothing: the number is put on every script of the first page.
 */
@NamedInterface("ui")
package org.relais.doors.ui;

import org.springframework.modulith.NamedInterface;
