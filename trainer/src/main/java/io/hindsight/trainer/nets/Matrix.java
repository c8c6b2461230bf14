package io.hindsight.trainer.nets;

import static org.bytedeco.openblas.global.openblas.CblasColMajor;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A column-major float32 matrix in ND4J's memory, multiplied by the BLAS that ND4J brings and
 * filled or read by bulk copies. Column {@code t * batch + b} holds step t of window b, so one step
 * of all windows is a contiguous block and a view of it needs no copy.
 *
 * <p>The memory is freed by {@link #close}, never left to the collector: small arrays on the heap
 * can hold gigabytes behind them. BLAS is called without ND4J in between, whose checks take 10 µs a
 * product: a third of what the product of a step takes.
 */
public final class Matrix implements AutoCloseable {
    private final int rows;
    private final int columns;
    private final INDArray array;
    private final FloatPointer pointer;
    private final FloatBuffer memory;
    private final int offset;
    private final boolean owner;

    public Matrix(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.array = Nd4j.zeros(DataType.FLOAT, (long) rows * columns);
        this.pointer = (FloatPointer) array.data().pointer();
        this.memory = array.data().asNioFloat();
        this.offset = 0;
        this.owner = true;
    }

    private Matrix(Matrix base, int fromColumn, int toColumn) {
        this.rows = base.rows;
        this.columns = toColumn - fromColumn;
        this.array = base.array;
        this.pointer = base.pointer.getPointer((long) fromColumn * base.rows);
        this.memory = base.memory;
        this.offset = base.offset + fromColumn * base.rows;
        this.owner = false;
    }

    /** A view of the columns from {@code from} up to {@code to}, sharing memory. */
    public Matrix columns(int from, int to) {
        if (from < 0 || to > columns || from >= to) {
            throw new IllegalArgumentException(
                    "columns must lie inside: from=" + from + ", to=" + to + ", has=" + columns);
        }
        return new Matrix(this, from, to);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    public int size() {
        return rows * columns;
    }

    /** Copies all of this matrix to the front of {@code target}, column by column. */
    public void read(float[] target) {
        memory.get(offset, target, 0, size());
    }

    /** Copies the front of {@code source} over all of this matrix, column by column. */
    public void write(float[] source) {
        memory.put(offset, source, 0, size());
    }

    /** Adds the front of {@code terms} to this matrix, column by column. */
    void add(float[] terms) {
        float[] sum = toArray();
        Pointwise.add(terms, sum);
        write(sum);
    }

    public float[] toArray() {
        float[] copy = new float[size()];
        read(copy);
        return copy;
    }

    public void fill(float value) {
        if (value == 0) {
            Pointer.memset(pointer, 0, (long) Float.BYTES * size());
            return;
        }
        for (int k = 0; k < size(); k++) {
            memory.put(offset + k, value);
        }
    }

    /** c = op(a) op(b) + beta c, where op is the transpose if the flag says so. */
    static void multiply(Matrix a, boolean aT, Matrix b, boolean bT, float beta, Matrix c) {
        int inner = aT ? a.rows : a.columns;
        if ((aT ? a.columns : a.rows) != c.rows
                || (bT ? b.rows : b.columns) != c.columns
                || (bT ? b.columns : b.rows) != inner) {
            throw new IllegalArgumentException(
                    "sizes must match: a=%s%s, b=%s%s, c=%s"
                            .formatted(
                                    a.shape(), aT ? "'" : "", b.shape(), bT ? "'" : "", c.shape()));
        }
        cblas_sgemm(
                CblasColMajor,
                aT ? CblasTrans : CblasNoTrans,
                bT ? CblasTrans : CblasNoTrans,
                c.rows,
                c.columns,
                inner,
                1,
                a.pointer,
                a.rows,
                b.pointer,
                b.rows,
                beta,
                c.pointer,
                c.rows);
    }

    private String shape() {
        return rows + "x" + columns;
    }

    @Override
    public void close() {
        if (owner && array.closeable()) {
            array.close();
        }
    }
}
