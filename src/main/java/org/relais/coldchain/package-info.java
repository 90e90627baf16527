/**
 * The cold chain: the sensors of a store, what they measured, and when it was too warm or too cold. Phones with mSupply Cold Chain
 * send it (wing {@code api}); people watch over it (wing {@code ui}).
 *
 * <p>A phone sends whatever it has again and again until somebody takes it, in any order, and cannot be asked anything. So each row
 * of a batch has an outcome of its own, and a batch is refused only when nothing can be known of it, or when the fault is ours.
 * What no central server would take is put into quarantine with its reason, where people see it: the phone forgets what was
 * accepted. A repeated row changes nothing; a row that names what has not come yet waits for it in the record store.
 *
 * <p>Everything is a record of the network like any other: it stands in the record store, waits in the outbox and goes to the mSupply
 * central server. What pages ask is asked of three typed tables beside it, which the record store keeps.
 *
 * <p>After a re-install, or from a second phone, the same reading comes again under another id and some seconds off: all are kept and
 * sent, and one is counted for each sensor and interval.
 */
@ApplicationModule(
        allowedDependencies = {
            "catalogue",
            "components",
            "database",
            "doors",
            "language",
            "locations",
            "locations :: ui",
            "people",
            "people :: ui",
            "record",
            "record :: projection",
            "run",
            "site",
            "sync",
            "sync :: ui",
            "vocabulary",
            "web"
        })
package org.relais.coldchain;

import org.springframework.modulith.ApplicationModule;
