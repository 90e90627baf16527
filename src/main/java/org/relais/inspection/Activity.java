package org.relais.inspection;

/**
 * What somebody did with a record, as the network's activity log has it.
 *
 * @param at when, as it stands there
 * @param type what was done, by the network's word for it
 * @param user who, by name where the person is known here, else by id
 */
public record Activity(String at, String type, String user) {}
