package io.hindsight.trainer.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * A CSV file with a header, row by row; plain or gzip, told by its first bytes and not by its name.
 */
public final class CsvFile implements AutoCloseable {
    private static final Pattern OTHER_SEPARATOR = Pattern.compile("[;\t|]");

    private final Path file;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> header;
    private CsvRecord row;

    /**
     * Opens the file and reads its header.
     *
     * @throws DataException if it cannot be read or is empty
     */
    public CsvFile(Path file) {
        this.file = file;
        try {
            this.reader =
                    CsvReader.builder()
                            .ofCsvRecord(new InputStreamReader(open(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw unreadable(e);
        }
        this.records = reader.iterator();
        if (!advance()) {
            close();
            throw new DataException(file + ", line 1: a header is expected: the file is empty");
        }
        this.header =
                row.getFields().stream().map(name -> name.replace("\uFEFF", "").strip()).toList();
        if (header.size() == 1 && OTHER_SEPARATOR.matcher(header.get(0)).find()) {
            close();
            throw new DataException(
                    "%s, line 1: fields must be separated by commas: '%s'"
                            .formatted(file, header.get(0)));
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private DataException unreadable(Exception cause) {
        return new DataException(file + ": cannot be read: " + cause, cause);
    }

    public Path path() {
        return file;
    }

    public List<String> header() {
        return header;
    }

    /**
     * @throws DataException if the file has no such column, or several
     */
    public int column(String name) {
        return column(name, "");
    }

    /**
     * @param advice what to do if the file has no such column, or nothing
     */
    int column(String name, String advice) {
        int index = header.indexOf(name);
        if (index != header.lastIndexOf(name) || name.isEmpty()) {
            throw new DataException(
                    "%s, line 1: a column that is read must have a name of its own: '%s' in %s"
                            .formatted(file, name, header));
        }
        if (index < 0) {
            throw new DataException(
                    "%s, line 1: unknown column: '%s', the columns are %s%s"
                            .formatted(file, name, header, advice.isEmpty() ? "" : "; " + advice));
        }
        return index;
    }

    /**
     * Goes to the next row, if there is one.
     *
     * @throws DataException if it has not as many fields as the header
     */
    public boolean next() {
        if (!advance()) {
            return false;
        }
        if (row.getFieldCount() != header.size()) {
            throw new DataException(
                    "%s, line %d: a row must have %d columns: %d"
                            .formatted(
                                    file,
                                    row.getStartingLineNumber(),
                                    header.size(),
                                    row.getFieldCount()));
        }
        return true;
    }

    private boolean advance() {
        try {
            boolean more = records.hasNext();
            if (more) {
                row = records.next();
            }
            return more;
        } catch (CsvParseException | UncheckedIOException e) {
            throw unreadable(e);
        }
    }

    /** A field of the row that {@link #next} went to, without blanks around it. */
    public String field(int column) {
        return row.getField(column).strip();
    }

    /** A fault in the row that {@link #next} went to. */
    public DataException fault(String column, String rule, String value) {
        return new DataException(
                "%s, line %d, column %s: %s: '%s'"
                        .formatted(file, row.getStartingLineNumber(), column, rule, value));
    }

    /** A fault in the row that {@link #next} went to, and what to do about it. */
    public DataException fault(String column, String rule, String value, String advice) {
        return new DataException(fault(column, rule, value).getMessage() + "; " + advice);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }
}
