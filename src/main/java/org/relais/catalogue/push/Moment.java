package org.relais.catalogue.push;

/**
 * One point in time that a record spells twice.
 *
 * @param at the key of the datetime, which wins
 * @param date the key of the day
 * @param time the key of the time of day
 */
public record Moment(String at, String date, String time) {}
