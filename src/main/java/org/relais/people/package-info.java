/**
 * Who somebody is and may do: accounts, the network's word on them, permissions.
 *
 * <p>Somebody has to get in before the site knows its network: the account {@code admin} is made at the first start, with the
 * configured password or a generated one that is printed once and never logged. Whoever can change the configuration can set
 * it anew, which is also the way back in. More than 72 bytes stop the start: bcrypt would ignore the rest.
 *
 * <p>Everybody else is asked for at the mSupply central server, once, with no transaction open. Its yes replaces what is kept
 * (hash, name, stores with the permissions that mean something here), its no is final, and anything that is no answer about the person,
 * such as a web page of somebody in between, leaves it to what is kept, for the link drops and the facility goes on working:
 *
 * <table>
 * <caption>What is kept after an answer</caption>
 * <tr><th>what happens</th><th>what is kept</th></tr>
 * <tr><td>the refused password is the kept one</td><td>its hash is forgotten: it is no good without the central server either</td></tr>
 * <tr><td>another password was refused</td><td>stays: a passer-by locks nobody out of a facility without internet</td></tr>
 * <tr><td>switched off, by the sign-in's answer</td><td>the hash is forgotten</td></tr>
 * <tr><td>switched off, by a record that came after the last sign-in</td><td>stays, not let in; a later yes counts more</td></tr>
 * <tr><td>no store on this site</td><td>stays, and is not let in while that is so</td></tr>
 * <tr><td>more than 72 bytes of password</td><td>no hash: such a person needs the central server</td></tr>
 * </table>
 *
 * <p>Nobody waits for a silent central server longer than a second if what is kept lets them in. Whom only the central server can let
 * in waits for it, at a page for 25 s, a program for 15 s, and is told then that it did not answer: for programs a 503, for nobody said
 * that name or password are wrong. The question goes on in the background, one for each name and password, and its answer holds
 * from then on: a yes renews what is kept, a no makes the kept password void and ends what it let in with the next thing that is
 * done there. That holds for all of a person's sessions that what is kept let in, also with no question under way; it is the
 * hash that says so, as two processes may serve one site. A block by the central server ends none of them: anybody can bring
 * it about. A question ends after two minutes at the latest, and where this server stops.
 *
 * <p>Names are compared without regard to case, and the local accounts win. While the central server is silent, an unknown
 * name and a wrong password get the same words after the same time, so that nobody learns which names exist; both count as
 * failures, because guessing at a kept hash must be slow. A blocked account, one switched off and one without a store do not
 * count. Whoever was given another name and never signed in since can use the old one while the link is down.
 *
 * <p>Programs send name and password with each request: for them a yes holds for five minutes, or the central server's load
 * would double and every call be as slow as the link; a no never comes from what is kept while the central server can be asked.
 * A password that was right is known again by a keyed digest that is bound to the account's hash, for hashing is slow on purpose
 * and would starve the synchronisation. Pages always ask. A right that was taken away lives up to five minutes
 * longer there. While the central server is silent a call waits a second for it, once for all calls that come until the question
 * ends: programs that run for long use a token or the local account.
 */
@ApplicationModule(allowedDependencies = {"catalogue", "central", "record", "site", "startup", "vocabulary"})
package org.relais.people;

import org.springframework.modulith.ApplicationModule;
