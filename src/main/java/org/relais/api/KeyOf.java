package org.relais.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The text is the key of one of these constants; the description of the interface lists them. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
@interface KeyOf {

    /** An enum whose constants have a method {@code key()}. */
    Class<? extends Enum<?>> value();
}
