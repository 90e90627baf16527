package org.relais.help;

/**
 * A message as somebody writes it.
 *
 * @param kind what it is about, or null before that was chosen
 * @param replyAddress the mail address for the answer
 * @param text what is said, 1 to 5,000 characters
 */
public record ContactDraft(ContactKind kind, String replyAddress, String text) {

    /** The longest text. */
    public static final int TEXT_LENGTH = 5_000;

    /** Blanks at both ends are no part of what is said. */
    public ContactDraft {
        replyAddress = replyAddress == null ? "" : replyAddress.strip();
        text = text == null ? "" : text.strip();
    }
}
