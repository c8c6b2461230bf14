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
import java.util.zip.GZIPInputStream;

/**
 * The records of one CSV file with a header, plain or gzip (told by its first bytes, not its name).
 */
final class CsvFile implements AutoCloseable {
    private final Path file;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> header;

    CsvFile(Path file) {
        this.file = file;
        try {
            this.reader =
                    CsvReader.builder()
                            .ofCsvRecord(new InputStreamReader(open(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        this.records = reader.iterator();
        if (!hasNext()) {
            close();
            throw new DataException(file + ": a header is expected in the first line: empty file");
        }
        List<String> names = next().getFields();
        this.header = names.stream().map(name -> name.replace("\uFEFF", "").strip()).toList();
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private static DataException unreadable(Path file, Exception cause) {
        return new DataException(file + ": cannot be read: " + cause, cause);
    }

    List<String> header() {
        return header;
    }

    /**
     * @throws DataException if the file has no such column
     */
    int column(String name) {
        int index = header.indexOf(name);
        if (index < 0) {
            throw new DataException(
                    "%s, line 1: unknown column: '%s', the columns are %s"
                            .formatted(file, name, header));
        }
        return index;
    }

    boolean hasNext() {
        try {
            return records.hasNext();
        } catch (CsvParseException | UncheckedIOException e) {
            throw unreadable(file, e);
        }
    }

    CsvRecord next() {
        try {
            CsvRecord csv = records.next();
            if (header != null && csv.getFieldCount() != header.size()) {
                throw new DataException(
                        "%s, line %d: a row must have %d columns: %d"
                                .formatted(
                                        file,
                                        csv.getStartingLineNumber(),
                                        header.size(),
                                        csv.getFieldCount()));
            }
            return csv;
        } catch (CsvParseException | UncheckedIOException e) {
            throw unreadable(file, e);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }
}
