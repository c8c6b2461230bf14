package io.hindsight.trainer.data;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/**
 * Times as recordings write them: ISO-8601 with or without an offset, {@code yyyy-MM-dd HH:mm:ss},
 * or a date alone. Without an offset they are UTC.
 */
public final class Times {
    /** What a time must be, for messages. */
    public static final String RULE = "not a time (ISO-8601 or yyyy-MM-dd HH:mm:ss)";

    private Times() {}

    /**
     * @throws DateTimeParseException if the text is none of these
     */
    public static Instant parse(String text) {
        String iso = text.length() > 10 && text.charAt(10) == ' ' ? text.replace(' ', 'T') : text;
        if (iso.length() == 10) {
            return LocalDate.parse(iso).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        boolean offset = iso.endsWith("Z") || iso.indexOf('+') > 0 || iso.lastIndexOf('-') > 10;
        return offset
                ? OffsetDateTime.parse(iso, DateTimeFormatter.ISO_OFFSET_DATE_TIME).toInstant()
                : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    }
}
