package io.hindsight.console.fault;

import io.hindsight.trainer.data.DataException;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** One line and an exit code for whatever was thrown. */
public record FaultLine(String message, int exitCode) {
    private static final int DEEPEST = 16;

    public static FaultLine of(Throwable thrown) {
        Throwable fault = unwrap(thrown);
        return new FaultLine(oneLine(describe(fault)), exitCode(fault));
    }

    private static int exitCode(Throwable fault) {
        boolean users =
                fault instanceof UserFaultException
                        || fault instanceof DataException
                        || fault instanceof IllegalArgumentException
                        || fault instanceof FileNotFoundException
                        || (fault instanceof FileSystemException file && file.getFile() != null);
        return users ? ExitCodes.USER_FAULT : ExitCodes.FAILED;
    }

    /** The JDK's file exceptions carry the bare path as their message. */
    private static String describe(Throwable fault) {
        if (fault instanceof NoSuchFileException file) {
            return "no such file: " + file.getFile();
        }
        if (fault instanceof AccessDeniedException file) {
            return "access denied: " + file.getFile();
        }
        if (fault instanceof FileAlreadyExistsException file) {
            return "file exists already: " + file.getFile();
        }
        if (fault instanceof OutOfMemoryError) {
            return "out of memory ("
                    + fault.getMessage()
                    + "): give Java more, as by HINDSIGHT_JAVA_OPTS=-Xmx4g, or read fewer slots,"
                    + " by a longer --interval";
        }
        String message = fault.getMessage();
        return message == null || message.isBlank() ? fault.getClass().getName() : message;
    }

    /** Memory that ran out is told as such, whatever was made of it on the way. */
    private static Throwable unwrap(Throwable thrown) {
        Throwable cause = thrown;
        for (int i = 0; i < DEEPEST && cause != null; i++) {
            if (cause instanceof OutOfMemoryError) {
                return cause;
            }
            cause = cause.getCause();
        }
        Throwable fault = thrown;
        for (int i = 0; i < DEEPEST && isWrapper(fault) && fault.getCause() != null; i++) {
            fault = fault.getCause();
        }
        return fault;
    }

    private static boolean isWrapper(Throwable thrown) {
        return thrown instanceof UncheckedIOException
                || thrown instanceof ExecutionException
                || thrown instanceof CompletionException
                || thrown instanceof InvocationTargetException
                || (thrown instanceof DataException
                        && thrown.getCause() instanceof FileSystemException);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " | ");
    }
}
