package org.relais.demo;

import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns what a site pushes to the mSupply central server into what that server would send: it reads a day from a date with
 * midnight behind it, keeps a time of day as seconds and a document's body as the JSON that was sent as a text.
 */
final class LegacyForm {
    private static final Pattern DAY =
            Pattern.compile("(\"(?![^\"]*datetime\")[^\"]*\"\\s*:\\s*\"\\d{4}-\\d\\d-\\d\\d)T00:00:00\"");
    private static final Pattern TIME =
            Pattern.compile("(\"[A-Za-z_]*[tT]ime\"\\s*:\\s*)\"(\\d\\d:\\d\\d:\\d\\d)(?:\\.\\d+)?\"");
    private static final Pattern BODY = Pattern.compile("\"data\"\\s*:\\s*\"");

    private LegacyForm() {}

    static String of(String table, String data) {
        String withTimes = TIME.matcher(data)
                .replaceAll(match -> Matcher.quoteReplacement(
                        match.group(1) + LocalTime.parse(match.group(2)).toSecondOfDay()));
        String withDays = DAY.matcher(withTimes).replaceAll("$1\"");
        return table.equals("om_document") ? withBody(withDays) : withDays;
    }

    private static String withBody(String data) {
        Matcher start = BODY.matcher(data);
        if (!start.find()) {
            return data;
        }
        int end = start.end();
        while (data.charAt(end) != '"') {
            end += data.charAt(end) == '\\' ? 2 : 1;
        }
        String quoted = data.substring(start.end() - 1, end + 1);
        return data.substring(0, start.end() - 1) + Json.read(quoted).stringValue() + data.substring(end + 1);
    }
}
