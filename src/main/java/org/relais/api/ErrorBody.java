package org.relais.api;

/**
 * A failure in the HTTP interface.
 *
 * @param code the failure's word, the same in every language
 * @param message what failed, in the caller's language
 * @param hint what to do about it, in the caller's language
 * @param server {@code legacy}, {@code open} or null
 * @param call the call that failed, or null
 * @param detail the server's own words or the technical cause
 */
record ErrorBody(String code, String message, String hint, String server, String call, String detail) {}
