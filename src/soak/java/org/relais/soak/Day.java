package org.relais.soak;

/** A schedule: a bad day of a site. */
sealed interface Day permits Schedule, DeadlySchedule {

    /** Its number among those of its seed, from 1. */
    int number();

    /** What it was, in a few lines. */
    String told();
}
