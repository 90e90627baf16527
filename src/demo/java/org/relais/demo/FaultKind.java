package org.relais.demo;

import org.relais.vocabulary.Keyed;

/** The ways in which a demonstration server can be told to fail; their words are those of the faults page and its endpoint. */
public enum FaultKind implements Keyed {
    /** Its port is closed for a while (milliseconds; 10 s when none are given). */
    REFUSE,
    /** It answers later (milliseconds). */
    DELAY,
    /** It takes the request and says nothing (milliseconds; without them until the fault is taken away). */
    STALL,
    /** Half of the body is sent, then the connection ends. */
    CUT_BODY,
    /** The body is gzip that ends in the middle, in an answer that is otherwise whole. */
    CUT_GZIP,
    /** The request is carried out twice, as by a proxy that tries again; the second answer is sent. */
    TWICE,
    /** The first answer that this fault met on a call is sent again to all others of that call, as by a cache. */
    REPEATED,
    /** The connection is reset while the request's body is still being sent. */
    RESET,
    /** An error of the mSupply central server; the detail is its code, as {@code site_incorrect_password}. */
    LEGACY_ERROR,
    /** An error of the Open mSupply central server; the detail is the JSON value under {@code error}. */
    OPEN_ERROR,
    /** An HTML page with the status that the detail names (503 without one), as of a proxy or a login. */
    HTML,
    /** A redirection to the address that is the detail. */
    REDIRECT,
    /** 200 with something that is no JSON. */
    GARBAGE,
    /** The right JSON, but with a text where a number or a truth value belongs. */
    WRONG_TYPE,
    /** This protocol version is not spoken here. */
    WRONG_VERSION,
    /** The Open mSupply server is none that other sites may use. */
    NOT_CENTRAL,
    /** The mSupply central server names no Open mSupply central server. */
    NO_OPEN_SERVER,
    /** Integration of what was pushed goes on for as long as the fault is there. */
    ENDLESS_INTEGRATION,
    /** The Open mSupply central server sends an empty page and says that it is not the last. */
    EMPTY_NOT_LAST
}
