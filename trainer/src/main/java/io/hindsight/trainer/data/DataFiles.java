package io.hindsight.trainer.data;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The files of a recording, and the sensors that they are named after. */
public final class DataFiles {
    private static final String CSV = "*.{csv,csv.gz,CSV,CSV.GZ}";
    private static final Pattern PATTERN = Pattern.compile("[*?]");
    private static final Pattern ENDINGS = Pattern.compile("(?i)(\\.csv)?(\\.gz)?$");

    private DataFiles() {}

    /**
     * Files as they are, folders as the CSV files in them, and names with {@code *} or {@code ?} as
     * the files in their folder that fit; each file once, those of a folder in the order of their
     * names.
     *
     * @throws DataException if a folder or a pattern has no file
     */
    public static List<Path> find(List<Path> places) {
        Set<Path> files = new LinkedHashSet<>();
        for (Path place : places) {
            if (Files.isDirectory(place)) {
                files.addAll(in(place, CSV, place));
            } else if (!Files.exists(place) && isPattern(place)) {
                Path folder = place.toAbsolutePath().getParent();
                files.addAll(in(folder, place.getFileName().toString(), place));
            } else {
                files.add(place);
            }
        }
        return List.copyOf(files);
    }

    private static boolean isPattern(Path place) {
        return PATTERN.matcher(place.getFileName().toString()).find();
    }

    private static List<Path> in(Path folder, String pattern, Path place) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern)) {
            found.forEach(files::add);
        } catch (IOException e) {
            throw new DataException(place + ": cannot be read: " + e, e);
        }
        files.removeIf(file -> file.getFileName().toString().startsWith("."));
        files.removeIf(Files::isDirectory);
        if (files.isEmpty()) {
            throw new DataException(
                    place + ": there must be a file that fits: none is named " + pattern);
        }
        files.sort(null);
        return files;
    }

    /** A file's name without {@code .csv} and {@code .gz}. */
    static String sensor(Path file) {
        return ENDINGS.matcher(file.getFileName().toString()).replaceFirst("");
    }

    /**
     * @throws DataException if two files would be of the same sensor
     */
    static void refuseEqualSensors(List<Path> files) {
        Map<String, Path> known = new HashMap<>();
        for (Path file : files) {
            Path other = known.put(sensor(file), file);
            if (other != null) {
                throw new DataException(
                        "%s: files named after sensors must have unlike names: %s is of '%s' too"
                                .formatted(file, other, sensor(file)));
            }
        }
    }
}
