package org.relais.help;

/** What a message is about; the names are those of the record's {@code contact_type}. */
public enum ContactKind {
    /** Something to say about the product. */
    FEEDBACK,
    /** Something that does not work. */
    SUPPORT
}
