package org.relais.people;

/**
 * What is kept of a person of the network besides the stores.
 *
 * @param id the person's id in the network
 * @param hash the password's hash, or null: then only the central server can let the person in
 * @param active whether the network lets the person in at all
 */
record RememberedUser(String id, String hash, boolean active) {

    /** Whether nothing was made of the kept password meanwhile. */
    boolean keepsTheHashOf(RememberedUser before) {
        return id.equals(before.id) && hash != null && hash.equals(before.hash);
    }
}
