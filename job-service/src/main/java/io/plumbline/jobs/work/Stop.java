package io.plumbline.jobs.work;

/** Why a run is ended from outside. */
enum Stop {
    /** Its end is wanted. */
    CANCELLED,
    /** This process ends; another one goes on. */
    RELEASED,
    /** Another process has taken the job. */
    FENCED,
    /** No row has come for too long. */
    STALLED
}
